// SPDX-License-Identifier: Apache-2.0
/** What stands and moves in a toll lane: layouts, vehicles, drivers, loops, arms. */
@NullMarked
package io.wayside.rig.simulators.toll.road;

import org.jspecify.annotations.NullMarked;
