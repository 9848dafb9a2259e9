// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.core.quality.Flags;
import io.wayside.rig.simulators.motion.TrueAxle;
import io.wayside.rig.simulators.motion.TrueVehicle;
import io.wayside.weighing.motion.MotionAxle;
import io.wayside.weighing.motion.MotionGroup;
import io.wayside.weighing.motion.MotionVehicle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** True and weighed vehicles made by hand. */
final class Made {

  static final Shelf SHELF = new Shelf(Path.of("../..").toAbsolutePath().normalize());
  static final double SPEED_MPS = 20;

  private Made() {}

  /** A vehicle at 20 m/s whose axles of 50 kN are so far behind the first one. */
  static TrueVehicle real(long number, double atS, double... behindM) {
    List<TrueAxle> axles = new ArrayList<>();
    for (double behind : behindM) {
      axles.add(
          new TrueAxle(50_000, 25_000, 25_000, behind, false, List.of(atS + behind / SPEED_MPS)));
    }
    double last = behindM[behindM.length - 1];
    return new TrueVehicle(
        number,
        "MADE",
        "",
        atS,
        SPEED_MPS,
        SPEED_MPS,
        atS - 0.3,
        atS + last / SPEED_MPS + 0.3,
        last + 3,
        0,
        "steady",
        0,
        false,
        List.copyOf(axles));
  }

  /** What an instrument tells of such vehicles when its loads are by so much too high. */
  static MotionVehicle weighed(double tooHigh, Flags flags, TrueVehicle... real) {
    List<MotionAxle> axles = new ArrayList<>();
    List<Double> spacings = new ArrayList<>();
    for (TrueVehicle one : real) {
      for (TrueAxle axle : one.axles()) {
        double at = axle.lineTimesS().get(0);
        if (!axles.isEmpty()) {
          double before = axles.get(axles.size() - 1).atNanos() / 1e9;
          spacings.add((at - before) * SPEED_MPS);
        }
        axles.add(axle(at, axle.staticN() * (1 + tooHigh)));
      }
    }
    return vehicle(axles, spacings, flags);
  }

  static MotionAxle axle(double atS, double loadN) {
    return new MotionAxle(
        Math.round(atS * 1e9),
        loadN,
        0.02 * loadN,
        SPEED_MPS,
        loadN / 2,
        loadN / 2,
        MotionAxle.Tyres.NOT_TOLD,
        Flags.NONE);
  }

  static MotionVehicle vehicle(List<MotionAxle> axles, List<Double> spacings, Flags flags) {
    double gross = axles.stream().mapToDouble(MotionAxle::loadN).sum();
    List<MotionGroup> groups = new ArrayList<>();
    for (int i = 0; i < axles.size(); i++) {
      groups.add(new MotionGroup(i, 1, axles.get(i).loadN(), axles.get(i).uncertaintyN()));
    }
    return new MotionVehicle(
        axles.get(0).atNanos(),
        axles.get(axles.size() - 1).atNanos(),
        SPEED_MPS,
        0.1,
        0,
        axles,
        spacings,
        groups,
        gross,
        0.02 * gross,
        Double.NaN,
        Double.NaN,
        flags);
  }
}
