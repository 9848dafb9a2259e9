// SPDX-License-Identifier: Apache-2.0
/** How tags and antennas hear each other: loss, reflections, beams, chance. */
@NullMarked
package io.wayside.rig.simulators.toll.radio;

import org.jspecify.annotations.NullMarked;
