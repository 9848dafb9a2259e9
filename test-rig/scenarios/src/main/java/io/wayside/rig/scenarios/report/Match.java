// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.report;

import io.wayside.core.quality.Flag;
import io.wayside.rig.scenarios.weigh.Matching;
import io.wayside.rig.simulators.motion.TrueVehicle;
import io.wayside.weighing.motion.MotionFlags;
import io.wayside.weighing.motion.MotionVehicle;
import java.util.List;

/** A true vehicle and the one vehicle that was weighed for it. */
record Match(TrueVehicle truth, MotionVehicle vehicle) {

  /** Less than half of the least headway of the traffic. */
  private static final double NEAR_S = 0.35;

  /** Vehicles weighed as one, neither none nor several. */
  static List<Match> of(List<TrueVehicle> truth, List<MotionVehicle> found) {
    return Matching.of(truth, truth, found).pairs().stream()
        .map(pair -> new Match(pair.real(), pair.weighed()))
        .toList();
  }

  /** Vehicles that were weighed where nobody drove. */
  static int invented(List<TrueVehicle> truth, List<MotionVehicle> found) {
    return Matching.of(truth, truth, found).invented().size();
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
