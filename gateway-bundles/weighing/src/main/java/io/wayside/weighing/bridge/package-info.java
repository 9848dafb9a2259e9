// SPDX-License-Identifier: Apache-2.0
/**
 * A bridge as a scale: axle loads from the strain under traffic by Moses' method, and the influence
 * lines it needs. Pure logic; SI units, strain in the unit of the samples.
 */
@NullMarked
package io.wayside.weighing.bridge;

import org.jspecify.annotations.NullMarked;
