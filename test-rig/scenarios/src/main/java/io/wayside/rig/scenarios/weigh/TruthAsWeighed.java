// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.core.quality.Flags;
import io.wayside.rig.simulators.motion.TrueAxle;
import io.wayside.rig.simulators.motion.TrueVehicle;
import io.wayside.weighing.motion.MotionAxle;
import io.wayside.weighing.motion.MotionGroup;
import io.wayside.weighing.motion.MotionVehicle;
import java.util.ArrayList;
import java.util.List;

/** A true vehicle as an instrument without error would weigh it. */
final class TruthAsWeighed {

  private TruthAsWeighed() {}

  static MotionVehicle of(TrueVehicle real) {
    List<MotionAxle> axles = new ArrayList<>();
    List<MotionGroup> groups = new ArrayList<>();
    int first = 0;
    for (int i = 0; i < real.axles().size(); i++) {
      TrueAxle axle = real.axles().get(i);
      axles.add(
          new MotionAxle(
              nanos(axle.lineTimesS().get(0)),
              axle.staticN(),
              0,
              real.meanSpeedMps(),
              axle.leftN(),
              axle.rightN(),
              axle.dual() ? MotionAxle.Tyres.DUAL : MotionAxle.Tyres.SINGLE,
              Flags.NONE));
      boolean last = i + 1 == real.axles().size();
      if (last || real.spacingsM().get(i) > Comparison.GROUP_M) {
        double load =
            real.axles().subList(first, i + 1).stream().mapToDouble(TrueAxle::staticN).sum();
        groups.add(new MotionGroup(first, i + 1 - first, load, 0));
        first = i + 1;
      }
    }
    return new MotionVehicle(
        nanos(real.enterS()),
        nanos(real.leaveS()),
        real.meanSpeedMps(),
        0,
        0,
        axles,
        real.spacingsM(),
        groups,
        real.grossN(),
        0,
        real.lengthM(),
        Double.NaN,
        Flags.NONE);
  }

  private static long nanos(double seconds) {
    return Math.round(seconds * 1e9);
  }
}
