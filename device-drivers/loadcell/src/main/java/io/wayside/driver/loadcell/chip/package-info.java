// SPDX-License-Identifier: Apache-2.0
/**
 * Converters: bits to counts, register images and sequences of commands as data; no I/O of their
 * own.
 */
@NullMarked
package io.wayside.driver.loadcell.chip;

import org.jspecify.annotations.NullMarked;
