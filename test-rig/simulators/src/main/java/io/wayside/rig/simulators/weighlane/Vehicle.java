// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.weighlane;

import java.util.List;

/**
 * A simulated vehicle and the truth about its masses.
 *
 * @param number counted from 1 in the order of arrival
 * @param axleKg static mass on each axle, from the front
 */
public record Vehicle(int number, VehicleKind kind, Manoeuvre manoeuvre, List<Integer> axleKg) {

  public Vehicle {
    axleKg = List.copyOf(axleKg);
  }

  public int grossKg() {
    return axleKg.stream().mapToInt(Integer::intValue).sum();
  }
}
