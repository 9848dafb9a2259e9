// SPDX-License-Identifier: Apache-2.0
/** Which register means what, as a document says. */
@NullMarked
package io.wayside.driver.lantern.map;

import org.jspecify.annotations.NullMarked;
