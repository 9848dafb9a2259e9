// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.faults;

import io.wayside.rig.simulators.weighlane.Manoeuvre;
import io.wayside.rig.simulators.weighlane.Vehicle;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What truly crossed the platform.
 *
 * @param startedNanos first touch, since the start of the lane
 * @param leftNanos last tyre off; empty when it still stood there at the end of the run
 * @param restedKg what truly rested on the platform, for each axle that came to rest, in order
 */
record TrueVehicle(
    Vehicle vehicle, long startedNanos, OptionalLong leftNanos, List<Double> restedKg) {

  TrueVehicle {
    restedKg = List.copyOf(restedKg);
  }

  /** Every mass that an honest scale may have shown at rest for this vehicle. */
  List<Double> masses() {
    List<Double> masses = new ArrayList<>(restedKg);
    if (vehicle.manoeuvre() != Manoeuvre.AXLE_PARTLY_ON) {
      vehicle.axleKg().forEach(kg -> masses.add((double) kg));
    }
    return masses;
  }

  /** Mass on the platform of each axle, counted once, as far as it rested whole or partly. */
  List<Double> axlesKg() {
    boolean partly = vehicle.manoeuvre() == Manoeuvre.AXLE_PARTLY_ON;
    return partly && restedKg.size() == vehicle.axleKg().size()
        ? restedKg
        : vehicle.axleKg().stream().map(Integer::doubleValue).toList();
  }

  /** Mass on the platform of each axle that crossed it, as often as it did. */
  List<Double> passesKg() {
    List<Double> once = axlesKg();
    return vehicle.manoeuvre() == Manoeuvre.DRIVES_BACK
        ? List.of(once.get(0), once.get(1), once.get(0))
        : once;
  }

  boolean meets(long fromNanos, long toNanos, long slackNanos) {
    return fromNanos - slackNanos <= leftNanos.orElse(Long.MAX_VALUE)
        && toNanos + slackNanos >= startedNanos;
  }
}
