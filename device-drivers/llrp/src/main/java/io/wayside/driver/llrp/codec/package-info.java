// SPDX-License-Identifier: Apache-2.0
/** The reader protocol as bytes and back; pure. */
@NullMarked
package io.wayside.driver.llrp.codec;

import org.jspecify.annotations.NullMarked;
