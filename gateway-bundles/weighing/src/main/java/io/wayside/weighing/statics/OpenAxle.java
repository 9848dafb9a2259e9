// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.statics;

import io.wayside.core.device.WeightReading;
import io.wayside.core.device.WeightReading.Basis;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.weighing.rest.Plateau;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The axle that is on the platform now. */
final class OpenAxle {

  private final StaticRules rules;
  private final long arrivedNanos;
  private final OptionalDouble zeroBeforeKg;
  private final List<Plateau> plateaus = new ArrayList<>();
  private Flags flags = Flags.NONE;
  private int readings;
  private double highestKg = Double.NEGATIVE_INFINITY;
  private double lastKg;
  private boolean sinking;

  OpenAxle(StaticRules rules, long arrivedNanos, OptionalDouble zeroBeforeKg) {
    this.rules = rules;
    this.arrivedNanos = arrivedNanos;
    this.zeroBeforeKg = zeroBeforeKg;
  }

  void hear(WeightReading reading) {
    double kg = reading.mass().kilograms();
    sinking = readings > 0 && (kg < lastKg || (sinking && kg == lastKg));
    lastKg = kg;
    readings++;
    highestKg = Math.max(highestKg, kg);
    flags = flags.with(doubts(reading, rules));
  }

  void flag(Flags more) {
    flags = flags.with(more);
  }

  void rested(Plateau plateau) {
    boolean differs =
        plateaus.stream()
            .anyMatch(p -> Math.abs(p.massKg() - plateau.massKg()) > rules.intervalKg() + 1e-6);
    if (differs) {
      flags = flags.with(WeighingFlags.SEVERAL_PLATEAUS);
    }
    plateaus.add(plateau);
    if (plateaus.size() > Axle.MOST_PLATEAUS) {
      forgetOne();
    }
  }

  /** The first, the lowest, the highest and the latest tell the story; the oldest other goes. */
  private void forgetOne() {
    int lowest = 0;
    int highest = 0;
    for (int i = 1; i < plateaus.size(); i++) {
      lowest = plateaus.get(i).massKg() < plateaus.get(lowest).massKg() ? i : lowest;
      highest = plateaus.get(i).massKg() > plateaus.get(highest).massKg() ? i : highest;
    }
    int oldest = 1;
    while (oldest == lowest || oldest == highest) {
      oldest++;
    }
    plateaus.remove(oldest);
  }

  boolean sinking() {
    return sinking;
  }

  long arrivedNanos() {
    return arrivedNanos;
  }

  Axle left(long leftNanos) {
    Flags all = flags;
    if (!plateaus.isEmpty()) {
      all = all.with(rules.plausibility().axle(plateaus.get(plateaus.size() - 1).massKg()));
    }
    return new Axle(arrivedNanos, leftNanos, readings, highestKg, zeroBeforeKg, plateaus, all);
  }

  /**
   * What a reading says against what is weighed. Its own {@code unstable} is not among it: that a
   * load moved on the way to its rest is no doubt about the rest, and no such reading ever takes
   * part in one.
   */
  static Flags doubts(WeightReading reading, StaticRules rules) {
    Flags doubts = Flags.NONE;
    for (Flag flag : reading.flags().all()) {
      if (!flag.equals(Flag.UNSTABLE)) {
        doubts = doubts.with(flag);
      }
    }
    if (reading.mass().kilograms() > rules.capacityKg()) {
      doubts = doubts.with(Flag.OUT_OF_RANGE);
    }
    if (reading.basis() == Basis.NET) {
      doubts = doubts.with(WeighingFlags.NET_INDICATION);
    }
    if (reading.resolution().kilograms() > rules.intervalKg() + 1e-9) {
      doubts = doubts.with(WeighingFlags.INTERVAL_MISMATCH);
    }
    return doubts;
  }
}
