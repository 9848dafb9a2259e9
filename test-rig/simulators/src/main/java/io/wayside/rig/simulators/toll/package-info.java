// SPDX-License-Identifier: Apache-2.0
/** A toll station in simulated time: vehicles, tags, loops and barriers, and the truth of each. */
@NullMarked
package io.wayside.rig.simulators.toll;

import org.jspecify.annotations.NullMarked;
