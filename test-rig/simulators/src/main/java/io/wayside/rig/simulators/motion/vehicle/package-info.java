// SPDX-License-Identifier: Apache-2.0
/** Vehicles on their springs: what each wheel presses on the road at each moment. */
@NullMarked
package io.wayside.rig.simulators.motion.vehicle;

import org.jspecify.annotations.NullMarked;
