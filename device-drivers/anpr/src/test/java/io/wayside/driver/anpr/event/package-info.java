// SPDX-License-Identifier: Apache-2.0
/** What parts of event streams say. */
@NullMarked
package io.wayside.driver.anpr.event;

import org.jspecify.annotations.NullMarked;
