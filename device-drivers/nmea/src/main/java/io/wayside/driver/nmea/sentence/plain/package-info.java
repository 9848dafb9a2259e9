// SPDX-License-Identifier: Apache-2.0
/** What plain sentences say: places, water and air, transducers, and words about the sender. */
@NullMarked
package io.wayside.driver.nmea.sentence.plain;

import org.jspecify.annotations.NullMarked;
