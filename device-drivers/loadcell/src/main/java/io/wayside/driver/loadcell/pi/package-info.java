// SPDX-License-Identifier: Apache-2.0
/** Pins and buses of a Raspberry Pi through Pi4J. */
@NullMarked
package io.wayside.driver.loadcell.pi;

import org.jspecify.annotations.NullMarked;
