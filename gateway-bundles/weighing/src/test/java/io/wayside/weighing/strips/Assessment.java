// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import io.wayside.rig.simulators.motion.TrueVehicle;
import io.wayside.weighing.motion.MotionAxle;
import io.wayside.weighing.motion.MotionFlags;
import io.wayside.weighing.motion.MotionGroup;
import io.wayside.weighing.motion.MotionVehicle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares what was weighed with what is true, criterion by criterion. */
final class Assessment {

  private static final double GROSS_FLOOR_N = 35_000;
  private static final double AXLE_FLOOR_N = 20_000;

  final Cost323 gross = new Cost323("gross");
  final Cost323 group = new Cost323("group");
  final Cost323 single = new Cost323("single axle");
  final Cost323 inGroup = new Cost323("axle of group");
  final Cost323 speed = new Cost323("speed");
  int right;
  int missed;
  int wrong;
  int wrongUnflagged;
  int flaggedThoughRight;
  int farOffUnflagged;
  final List<String> silent = new ArrayList<>();

  static Assessment of(Trial.Result result) {
    Assessment assessment = new Assessment();
    Set<TrueVehicle> met = new HashSet<>();
    for (MotionVehicle vehicle : result.found()) {
      TrueVehicle real = Trial.match(result.truth(), vehicle);
      boolean clean = MotionFlags.disqualifying(vehicle.flags()).isEmpty();
      if (real == null || real.axles().size() != vehicle.axles().size()) {
        assessment.wrong++;
        if (clean) {
          assessment.wrongUnflagged++;
          assessment.silent.add(real + " was weighed as " + vehicle);
        }
        if (real != null) {
          met.add(real);
        }
        continue;
      }
      met.add(real);
      assessment.right++;
      assessment.flaggedThoughRight += clean ? 0 : 1;
      if (!clean && assessment.flaggedThoughRight < 12) {
        assessment.silent.add(
            "right, yet " + vehicle.flags() + " " + real.kind() + " " + vehicle.spacingsM());
      }
      double off = Math.abs(vehicle.grossN() - real.grossN());
      if (clean && off > 2 * vehicle.grossUncertaintyN()) {
        assessment.farOffUnflagged++;
        assessment.silent.add(
            "far off by " + off / real.grossN() + " " + real.kind() + " at " + real.lateralM());
      }
      assessment.compare(vehicle, real);
    }
    for (TrueVehicle real : result.truth()) {
      if (!met.contains(real)) {
        assessment.missed++;
        assessment.silent.add("missed " + real);
      }
    }
    return assessment;
  }

  private void compare(MotionVehicle vehicle, TrueVehicle real) {
    speed.add(vehicle.speedMps(), real.meanSpeedMps(), vehicle.speedUncertaintyMps());
    if (real.grossN() > GROSS_FLOOR_N) {
      gross.add(vehicle.grossN(), real.grossN(), vehicle.grossUncertaintyN());
    }
    for (MotionGroup one : vehicle.groups()) {
      double truth = 0;
      for (int i = one.firstAxle(); i < one.firstAxle() + one.axles(); i++) {
        double axle = real.axles().get(i).staticN();
        truth += axle;
        MotionAxle weighed = vehicle.axles().get(i);
        if (axle > AXLE_FLOOR_N) {
          (one.axles() == 1 ? single : inGroup).add(weighed.loadN(), axle, weighed.uncertaintyN());
        }
      }
      if (one.axles() > 1 && truth > AXLE_FLOOR_N) {
        group.add(one.loadN(), truth, one.uncertaintyN());
      }
    }
  }

  @Override
  public String toString() {
    return String.join(
        "\n  ",
        "vehicles right "
            + right
            + ", wrong "
            + wrong
            + " (without a flag "
            + wrongUnflagged
            + "), missed "
            + missed
            + ", flagged though right "
            + flaggedThoughRight,
        gross.toString(),
        group.toString(),
        single.toString(),
        inGroup.toString(),
        speed.toString());
  }
}
