// SPDX-License-Identifier: Apache-2.0
/**
 * Weighing in motion, simulated: knows the true weights and produces the raw signals a converter
 * would see.
 */
@NullMarked
package io.wayside.rig.simulators.motion;

import org.jspecify.annotations.NullMarked;
