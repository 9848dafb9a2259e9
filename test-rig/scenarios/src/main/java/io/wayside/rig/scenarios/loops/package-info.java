// SPDX-License-Identifier: Apache-2.0
/** Simulated vehicles over loops and axle sensors, against what is true of them. */
@NullMarked
package io.wayside.rig.scenarios.loops;

import org.jspecify.annotations.NullMarked;
