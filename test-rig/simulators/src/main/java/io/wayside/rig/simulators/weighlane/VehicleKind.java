// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.weighlane;

import static io.wayside.rig.simulators.weighlane.Suspension.DRIVE_AIR;
import static io.wayside.rig.simulators.weighlane.Suspension.DRIVE_LEAF;
import static io.wayside.rig.simulators.weighlane.Suspension.STEER_LEAF;
import static io.wayside.rig.simulators.weighlane.Suspension.TRAILER_AIR;
import static io.wayside.rig.simulators.weighlane.Suspension.TRAILER_LEAF;
import static java.util.Collections.nCopies;

import java.util.List;

/**
 * Goods vehicles met on Vietnamese roads. Full masses are near the axle limits in force (10 t
 * single, 18 t tandem, 24 t tridem); empty masses are typical, not measured.
 */
public enum VehicleKind {
  LIGHT_TRUCK(axles(1, 1500, 2200, STEER_LEAF), axles(1, 1300, 4200, DRIVE_LEAF)),
  TRUCK_TWO_AXLES(axles(1, 3200, 6200, STEER_LEAF), axles(1, 3000, 9600, DRIVE_LEAF)),
  TRUCK_THREE_AXLES(axles(1, 3800, 6400, STEER_LEAF), axles(2, 2600, 8700, DRIVE_LEAF)),
  TRUCK_FOUR_AXLES(axles(2, 3000, 6200, STEER_LEAF), axles(2, 2600, 8600, DRIVE_LEAF)),
  ARTICULATED_FOUR_AXLES(
      axles(1, 4200, 5800, STEER_LEAF),
      axles(1, 2900, 9400, DRIVE_LEAF),
      axles(2, 2000, 8600, TRAILER_LEAF)),
  ARTICULATED_FIVE_AXLES(
      axles(1, 4300, 6300, STEER_LEAF),
      axles(2, 2300, 8500, DRIVE_AIR),
      axles(2, 2000, 8600, TRAILER_AIR)),
  ARTICULATED_SIX_AXLES(
      axles(1, 4500, 6800, STEER_LEAF),
      axles(2, 2400, 8700, DRIVE_LEAF),
      axles(3, 1900, 7800, TRAILER_LEAF));

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of, which nobody can change
  private final List<AxleGroup> groups;

  VehicleKind(AxleGroup... groups) {
    this.groups = List.of(groups);
  }

  private static AxleGroup axles(int count, int emptyKg, int fullKg, Suspension suspension) {
    return new AxleGroup(count, new AxleDesign(emptyKg, fullKg, suspension));
  }

  /** Axles per group from the front, for instance 1-2-3. */
  public String pattern() {
    return String.join("-", groups.stream().map(group -> Integer.toString(group.count())).toList());
  }

  List<AxleDesign> axles() {
    return groups.stream().flatMap(group -> nCopies(group.count(), group.axle()).stream()).toList();
  }

  /** Whether this axle, counted from 0, belongs to the same group as the one before it. */
  boolean closeToPrevious(int axleIndex) {
    int first = 0;
    for (AxleGroup group : groups) {
      if (axleIndex == first) {
        return false;
      }
      first += group.count();
    }
    return true;
  }

  /** Axles of one design close together. */
  private record AxleGroup(int count, AxleDesign axle) {}
}
