// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.traffic;

import io.wayside.rig.simulators.motion.vehicle.Drive;
import io.wayside.rig.simulators.motion.vehicle.Vehicle;

/**
 * A vehicle that comes, and how.
 *
 * @param vehicle with its load
 * @param drive its way over the site
 * @param lateralM how far its middle is left of the lane's
 * @param manner how it is driven, in a word
 * @param neighbour it belongs to the neighbouring lane
 */
public record Arrival(
    Vehicle vehicle, Drive drive, double lateralM, String manner, boolean neighbour) {
  /** A vehicle in the middle of the lane at constant speed. */
  public static Arrival steady(Vehicle vehicle, double atS, double placeM, double speedMps) {
    return new Arrival(vehicle, Drive.steady(atS, placeM, speedMps), 0, "steady", false);
  }
}
