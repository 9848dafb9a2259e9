// SPDX-License-Identifier: Apache-2.0
/** Receivers of NMEA 0183 sentences and of AIS. */
@NullMarked
package io.wayside.driver.nmea;

import org.jspecify.annotations.NullMarked;
