// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.report;

import io.wayside.core.quality.Flag;
import io.wayside.rig.simulators.motion.TrueVehicle;
import io.wayside.weighing.motion.MotionFlags;
import io.wayside.weighing.motion.MotionVehicle;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** A true vehicle and the one vehicle that was weighed for it. */
record Match(TrueVehicle truth, MotionVehicle vehicle) {

  /** Less than half of the least headway of the traffic. */
  private static final double NEAR_S = 0.35;

  /**
   * Vehicles weighed as one, neither none nor several. A weighed vehicle is that of the true one
   * whose first axle came to the first line nearest in time; loads play no part.
   */
  static List<Match> of(List<TrueVehicle> truth, List<MotionVehicle> found) {
    IdentityHashMap<TrueVehicle, List<MotionVehicle>> its = new IdentityHashMap<>();
    for (MotionVehicle vehicle : found) {
      double atS = vehicle.axles().get(0).atNanos() / 1e9;
      truth.stream()
          .filter(real -> away(real, atS) < nearS(real))
          .min((a, b) -> Double.compare(away(a, atS), away(b, atS)))
          .ifPresent(real -> its.computeIfAbsent(real, r -> new ArrayList<>()).add(vehicle));
    }
    List<Match> matches = new ArrayList<>();
    for (TrueVehicle real : truth) {
      List<MotionVehicle> vehicles = its.getOrDefault(real, List.of());
      if (vehicles.size() == 1) {
        matches.add(new Match(real, vehicles.get(0)));
      }
    }
    return matches;
  }

  /** Vehicles that were weighed where nobody drove. */
  static int invented(List<TrueVehicle> truth, List<MotionVehicle> found) {
    return (int)
        found.stream()
            .filter(
                vehicle -> {
                  double atS = vehicle.axles().get(0).atNanos() / 1e9;
                  return truth.stream()
                      .noneMatch(
                          real -> atS > real.enterS() - NEAR_S && atS < real.leaveS() + NEAR_S);
                })
            .count();
  }

  /** Whether a flag that forbids enforcement is on whatever was weighed while it drove over. */
  static boolean isTold(TrueVehicle real, List<MotionVehicle> found) {
    double from = real.axles().get(0).lineTimesS().get(0) - NEAR_S;
    double to = real.axles().get(real.axles().size() - 1).lineTimesS().get(0) + NEAR_S;
    return found.stream()
        .filter(vehicle -> !MotionFlags.disqualifying(vehicle.flags()).isEmpty())
        .flatMap(vehicle -> vehicle.axles().stream())
        .anyMatch(axle -> axle.atNanos() / 1e9 > from && axle.atNanos() / 1e9 < to);
  }

  /** No instrument is out by four metres, whatever place it calls its own. */
  private static double nearS(TrueVehicle real) {
    return 4 / real.meanSpeedMps();
  }

  private static double away(TrueVehicle real, double atS) {
    return Math.abs(real.axles().get(0).lineTimesS().get(0) - atS);
  }

  boolean axlesRight() {
    return truth.axles().size() == vehicle.axles().size();
  }

  /** Doubts that forbid enforcement. */
  List<Flag> doubts() {
    return MotionFlags.disqualifying(vehicle.flags());
  }

  /** Whether group and gross stand: axles that a bridge cannot tell apart leave these alone. */
  boolean grossStands() {
    return doubts().stream().allMatch(MotionFlags.AXLES_NOT_RESOLVED::equals);
  }
}
