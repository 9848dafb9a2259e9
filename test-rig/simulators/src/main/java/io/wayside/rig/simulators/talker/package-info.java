// SPDX-License-Identifier: Apache-2.0
/**
 * Instruments that talk NMEA 0183 on a wire: a satellite receiver that wanders about its mooring, a
 * sounder over a tide, a weather station, a gauge; beside what is true. Their faults are those of
 * the wire. Knows nothing of what it is there to test.
 */
@NullMarked
package io.wayside.rig.simulators.talker;

import org.jspecify.annotations.NullMarked;
