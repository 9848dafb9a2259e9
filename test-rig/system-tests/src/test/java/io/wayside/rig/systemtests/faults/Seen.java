// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.faults;

import io.wayside.rig.scenarios.site.Weighing;
import io.wayside.rig.simulators.weighlane.Vehicle;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A vehicle as the station recorded it.
 *
 * @param during from its first axle's arrival to its end
 * @param axleKg empty for an axle without a mass
 * @param flags of the whole record
 */
public record Seen(Stretch during, List<OptionalDouble> axleKg, Set<String> flags) {

  public Seen {
    axleKg = List.copyOf(axleKg);
    flags = Set.copyOf(flags);
  }

  /** Whether the record throws no doubt on its masses. */
  public boolean clean() {
    return Weighing.CIRCUMSTANCES.containsAll(flags);
  }

  boolean fits(Vehicle vehicle, double intervalKg) {
    if (axleKg.size() != vehicle.axleKg().size()) {
      return false;
    }
    for (int i = 0; i < axleKg.size(); i++) {
      if (!near(axleKg.get(i), vehicle.axleKg().get(i), intervalKg)) {
        return false;
      }
    }
    return true;
  }

  static boolean near(OptionalDouble kg, double trueKg, double intervalKg) {
    return kg.isPresent() && Math.abs(kg.getAsDouble() - trueKg) <= intervalKg;
  }
}
