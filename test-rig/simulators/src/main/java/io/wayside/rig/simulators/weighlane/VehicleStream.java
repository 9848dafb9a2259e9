// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.weighlane;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** An endless stream of plausible vehicles; the same seed gives the same stream. */
final class VehicleStream {

  private static final List<VehicleKind> KINDS = List.of(VehicleKind.values());

  /** Spread of axle masses around an evenly placed load. */
  private static final double UNEVEN_SHARE = 0.03;

  private static final int LIGHTEST_AXLE_KG = 40;
  private static final int LIFTED_AXLE_KG = 150;

  private final SplittableRandom random;
  private final LaneSettings settings;
  private int number;

  VehicleStream(SplittableRandom random, LaneSettings settings) {
    this.random = random;
    this.settings = settings;
  }

  Vehicle next() {
    VehicleKind kind = KINDS.get(random.nextInt(KINDS.size()));
    double load = drawLoad();
    List<Integer> axleKg = new ArrayList<>();
    for (AxleDesign axle : kind.axles()) {
      double uneven = 1 + UNEVEN_SHARE * (2 * random.nextDouble() - 1);
      axleKg.add((int) Math.round(axle.massKg(load) * uneven));
    }
    Manoeuvre manoeuvre = drawManoeuvre();
    if (manoeuvre == Manoeuvre.AXLE_TOO_LIGHT) {
      int lifted = 1 + random.nextInt(axleKg.size() - 1);
      axleKg.set(lifted, random.nextInt(LIGHTEST_AXLE_KG, LIFTED_AXLE_KG + 1));
    }
    return new Vehicle(++number, kind, manoeuvre, axleKg);
  }

  /** One in five empty, three in ten partly loaded, a third about full, the rest overloaded. */
  private double drawLoad() {
    double fate = random.nextDouble();
    if (fate < 0.20) {
      return random.nextDouble(0.0, 0.1);
    }
    if (fate < 0.50) {
      return random.nextDouble(0.3, 0.9);
    }
    return fate < 0.85 ? random.nextDouble(0.9, 1.05) : random.nextDouble(1.1, 1.5);
  }

  private Manoeuvre drawManoeuvre() {
    if (random.nextDouble() >= settings.irregularShare()) {
      return Manoeuvre.STOPS_ON_EACH_AXLE;
    }
    return settings.irregular().get(random.nextInt(settings.irregular().size()));
  }
}
