// SPDX-License-Identifier: Apache-2.0
/** What is in and on the road, and what it makes of the wheels above it. */
@NullMarked
package io.wayside.rig.simulators.motion.sensor;

import org.jspecify.annotations.NullMarked;
