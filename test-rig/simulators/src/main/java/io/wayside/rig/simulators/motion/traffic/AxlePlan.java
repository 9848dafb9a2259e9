// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.traffic;

import io.wayside.rig.simulators.motion.vehicle.Suspension;

/**
 * One axle of a kind of vehicle.
 *
 * @param spacingM mean distance to the axle before it, 0 for the first
 * @param spread standard deviation of that distance from vehicle to vehicle, metres
 * @param suspension usual suspension
 * @param ratedKg load that it is built for, on which its own mass and stiffness depend
 * @param emptyKg load of the empty vehicle
 * @param fullKg load of the vehicle loaded as allowed
 * @param dual two tyres on each side
 * @param canRise the empty vehicle may carry it in the air
 */
public record AxlePlan(
    double spacingM,
    double spread,
    Suspension suspension,
    double ratedKg,
    double emptyKg,
    double fullKg,
    boolean dual,
    boolean canRise) {
  /** The first axle. */
  public static AxlePlan first(Suspension suspension, double emptyKg, double fullKg) {
    return new AxlePlan(0, 0, suspension, fullKg, emptyKg, fullKg, false, false);
  }

  /** An axle behind another one, on single tyres. */
  public static AxlePlan behind(
      double spacingM, double spread, Suspension suspension, double emptyKg, double fullKg) {
    return new AxlePlan(spacingM, spread, suspension, fullKg, emptyKg, fullKg, false, false);
  }

  /** The same with two tyres on each side. */
  public AxlePlan onDuals() {
    return new AxlePlan(spacingM, spread, suspension, ratedKg, emptyKg, fullKg, true, canRise);
  }

  /** The same, carried in the air by some that drive empty. */
  public AxlePlan raisable() {
    return new AxlePlan(spacingM, spread, suspension, ratedKg, emptyKg, fullKg, dual, true);
  }
}
