// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.rig.scenarios.weigh.Matching.Pairing;
import io.wayside.rig.simulators.motion.TrueAxle;
import io.wayside.rig.simulators.motion.TrueVehicle;
import io.wayside.weighing.accuracy.Criterion;
import io.wayside.weighing.accuracy.Pair;
import io.wayside.weighing.accuracy.Pair.Vehicle;
import io.wayside.weighing.motion.MotionAxle;
import io.wayside.weighing.motion.MotionGroup;
import io.wayside.weighing.motion.MotionVehicle;
import java.util.ArrayList;
import java.util.List;

/**
 * A measured value beside the true one.
 *
 * @param uncertainty as stated with the measured value, k = 2; NaN where none is stated
 */
record Comparison(Pair pair, double uncertainty) {

  /** Axles up to this far apart are one group, in the truth as in the station. */
  static final double GROUP_M = 2.0;

  boolean stated() {
    return Double.isFinite(uncertainty);
  }

  /** Whether the true value lies within what was stated. */
  boolean covered() {
    return Math.abs(pair.measured() - pair.reference()) <= uncertainty;
  }

  /** All that can be compared of one vehicle; loads of axles only when their number is right. */
  static List<Comparison> of(Pairing pairing) {
    TrueVehicle real = pairing.real();
    MotionVehicle weighed = pairing.weighed();
    Vehicle kind = real.axles().size() == 2 ? Vehicle.TWO_AXLE_RIGID : Vehicle.OTHER;
    List<Comparison> all = new ArrayList<>();
    all.add(plain(Criterion.COUNT, real.axles().size(), weighed.axles().size(), Double.NaN, kind));
    all.add(
        plain(
            Criterion.SPEED,
            real.meanSpeedMps(),
            Math.abs(weighed.speedMps()),
            weighed.speedUncertaintyMps(),
            kind));
    all.add(
        on(
            real.axles().size(),
            Criterion.GROSS,
            real.grossN(),
            weighed.grossN(),
            weighed.grossUncertaintyN(),
            kind));
    if (pairing.axlesRight()) {
      for (int i = 0; i < weighed.spacingsM().size(); i++) {
        all.add(
            plain(
                Criterion.SPACING,
                real.spacingsM().get(i),
                weighed.spacingsM().get(i),
                Double.NaN,
                kind));
      }
      loads(real, weighed, kind, all);
    }
    return all;
  }

  private static void loads(
      TrueVehicle real, MotionVehicle weighed, Vehicle kind, List<Comparison> all) {
    for (int first = 0; first < real.axles().size(); ) {
      int end = first + 1;
      while (end < real.axles().size() && real.spacingsM().get(end - 1) <= GROUP_M) {
        end++;
      }
      boolean single = end == first + 1;
      for (int i = first; i < end; i++) {
        MotionAxle axle = weighed.axles().get(i);
        all.add(
            plain(
                single ? Criterion.SINGLE_AXLE : Criterion.AXLE_OF_GROUP,
                real.axles().get(i).staticN(),
                axle.loadN(),
                axle.uncertaintyN(),
                kind));
      }
      if (!single) {
        double load =
            real.axles().subList(first, end).stream().mapToDouble(TrueAxle::staticN).sum();
        all.add(group(weighed, first, end, load, kind));
      }
      first = end;
    }
  }

  private static Comparison group(
      MotionVehicle weighed, int first, int end, double trueN, Vehicle kind) {
    for (MotionGroup group : weighed.groups()) {
      if (group.firstAxle() == first && group.axles() == end - first) {
        return plain(Criterion.GROUP, trueN, group.loadN(), group.uncertaintyN(), kind);
      }
    }
    double sum = weighed.axles().subList(first, end).stream().mapToDouble(MotionAxle::loadN).sum();
    return plain(Criterion.GROUP, trueN, sum, Double.NaN, kind); // grouped otherwise
  }

  private static Comparison plain(
      Criterion criterion, double reference, double measured, double uncertainty, Vehicle kind) {
    return on(0, criterion, reference, measured, uncertainty, kind);
  }

  private static Comparison on(
      int axles,
      Criterion criterion,
      double reference,
      double measured,
      double uncertainty,
      Vehicle kind) {
    return new Comparison(new Pair(criterion, reference, measured, kind, axles), uncertainty);
  }
}
