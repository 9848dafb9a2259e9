// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.statics;

import io.wayside.core.device.ScaleKeys.Tare;
import io.wayside.core.device.WeightReading;
import io.wayside.core.device.WeightReading.Basis;
import io.wayside.core.quality.Flags;
import io.wayside.weighing.rest.Plateau;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The vehicle that is being weighed now. */
final class OpenVehicle {

  private final StaticRules rules;
  private final int number;
  private final long beganNanos;
  private final List<Axle> axles = new ArrayList<>();
  private final List<Interrupted> interruptions = new ArrayList<>();
  private final Set<Basis> bases = EnumSet.noneOf(Basis.class);
  private Optional<Tare> tare = Optional.empty();
  private int interrupted;
  private int readings;
  private Flags flags;
  private @Nullable Ending wish;
  private String remark = "";

  OpenVehicle(StaticRules rules, int number, long beganNanos, Flags flags) {
    this.rules = rules;
    this.number = number;
    this.beganNanos = beganNanos;
    this.flags = flags;
  }

  void hear(WeightReading reading, Optional<Tare> known) {
    readings++;
    bases.add(reading.basis());
    tare = known.or(() -> tare);
    flags = flags.with(OpenAxle.doubts(reading, rules));
  }

  void add(Axle axle) {
    axles.add(axle);
  }

  /** Something found out about the last axle after it left. */
  void flagLast(Flags more) {
    int last = axles.size() - 1;
    axles.set(last, axles.get(last).with(more));
  }

  void flag(Flags more) {
    flags = flags.with(more);
  }

  void notSeen(Interrupted stretch) {
    interrupted++;
    if (interruptions.size() < Vehicle.MOST_INTERRUPTIONS) {
      interruptions.add(stretch);
    }
  }

  /** The operator wants it over as soon as the platform is clear; the last wish counts. */
  void wish(Ending ending, String why) {
    wish = ending;
    remark = why;
    if (ending == Ending.DISCARDED) {
      flags = flags.with(WeighingFlags.DISCARDED);
    }
  }

  @Nullable Ending wish() {
    return wish;
  }

  int number() {
    return number;
  }

  List<Axle> axles() {
    return List.copyOf(axles);
  }

  Flags flags() {
    return flags;
  }

  Vehicle ended(long endedNanos, Ending ending) {
    Flags all = flags.with(rules.plausibility().count(axles.size()));
    if (mirrored()) {
      all = all.with(WeighingFlags.POSSIBLE_REVERSAL);
    }
    OptionalDouble grossKg = Vehicle.grossKg(axles);
    if (grossKg.isPresent()) {
      all = all.with(rules.plausibility().gross(grossKg.getAsDouble()));
    }
    return new Vehicle(
        number,
        beganNanos,
        endedNanos,
        ending,
        remark,
        new Indicated(bases, tare),
        readings,
        axles,
        interruptions,
        interrupted,
        all);
  }

  /**
   * Who drives on and backs off again shows the same axles forwards and backwards. Real vehicles
   * whose last axle weighs what the first does, to the interval, are rare.
   */
  private boolean mirrored() {
    for (int front = 0, back = axles.size() - 1; front < back; front++, back--) {
      Optional<Plateau> one = axles.get(front).deciding();
      Optional<Plateau> other = axles.get(back).deciding();
      if (one.isEmpty()
          || other.isEmpty()
          || Math.abs(one.get().massKg() - other.get().massKg()) > rules.intervalKg() + 1e-6) {
        return false;
      }
    }
    return axles.size() > 1;
  }
}
