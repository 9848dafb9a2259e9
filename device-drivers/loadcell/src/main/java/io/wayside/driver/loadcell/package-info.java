// SPDX-License-Identifier: Apache-2.0
/** Load-cell converters without a kernel driver, through Pi4J. */
@NullMarked
package io.wayside.driver.loadcell;

import org.jspecify.annotations.NullMarked;
