// SPDX-License-Identifier: Apache-2.0
/** Messages of the automatic identification system: bits, fragments, decoder and encoder. */
@NullMarked
package io.wayside.driver.nmea.ais;

import org.jspecify.annotations.NullMarked;
