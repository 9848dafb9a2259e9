// SPDX-License-Identifier: Apache-2.0
/** Bits of messages: numbers, flags and six-bit text in them, and the letters they travel as. */
@NullMarked
package io.wayside.driver.nmea.ais.bits;

import org.jspecify.annotations.NullMarked;
