// SPDX-License-Identifier: Apache-2.0
/** A simulated toll lane through codec, lane and decision, against what is true of its vehicles. */
@NullMarked
package io.wayside.rig.scenarios.toll;

import org.jspecify.annotations.NullMarked;
