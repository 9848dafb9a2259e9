// SPDX-License-Identifier: Apache-2.0
/**
 * Weighing in motion from the simulated road to the error table: physics, converter, driver, the
 * station's own code, and the comparison with the truth.
 */
@NullMarked
package io.wayside.rig.scenarios.weigh;

import org.jspecify.annotations.NullMarked;
