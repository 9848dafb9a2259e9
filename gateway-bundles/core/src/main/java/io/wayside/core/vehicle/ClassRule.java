// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.vehicle;

import io.wayside.core.data.Evidence;
import io.wayside.core.vehicle.Condition.Measure;
import io.wayside.core.vehicle.Condition.Outcome;
import io.wayside.core.vehicle.Condition.Within;
import java.util.List;

/**
 * A rule of a class scheme: all its conditions must hold.
 *
 * @param id unique in the scheme
 * @param vehicleClass what the vehicle is then
 * @param evidence where it comes from
 */
record ClassRule(
    String id, VehicleClass vehicleClass, List<Condition> conditions, Evidence evidence) {

  ClassRule {
    conditions = List.copyOf(conditions);
  }

  /** Fails when one condition fails; open when none fails and one is open. */
  Outcome on(Measures vehicle) {
    Outcome outcome = Outcome.HOLDS;
    for (Condition condition : conditions) {
      switch (condition.on(vehicle)) {
        case FAILS -> {
          return Outcome.FAILS;
        }
        case OPEN -> outcome = Outcome.OPEN;
        case HOLDS -> {}
      }
    }
    return outcome;
  }

  /** Whether the number of axles, where the rule asks for it, is the vehicle's. */
  boolean takesAxlesOf(Measures vehicle) {
    return conditions.stream()
        .filter(one -> one instanceof Within within && within.measure() == Measure.AXLES)
        .allMatch(one -> one.on(vehicle) == Outcome.HOLDS);
  }

  /** The conditions with this outcome. */
  List<Condition> with(Outcome outcome, Measures vehicle) {
    return conditions.stream().filter(condition -> condition.on(vehicle) == outcome).toList();
  }
}
