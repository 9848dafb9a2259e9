// SPDX-License-Identifier: Apache-2.0
/**
 * Vehicles that drive over loops and axle sensors, and the contacts that come of it: with bounce,
 * jitter and faults, beside what is true. Knows nothing of what it is there to test.
 */
@NullMarked
package io.wayside.rig.simulators.loops;

import org.jspecify.annotations.NullMarked;
