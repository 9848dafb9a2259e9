// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.statics;

import io.wayside.core.device.WeightReading;
import io.wayside.core.quality.Flags;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The vehicle that is being weighed now. */
final class OpenVehicle {

  private final StaticRules rules;
  private final int number;
  private final long beganNanos;
  private final List<Axle> axles = new ArrayList<>();
  private final List<Interrupted> interruptions = new ArrayList<>();
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

  void hear(WeightReading reading) {
    readings++;
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
    Vehicle vehicle =
        new Vehicle(
            number,
            beganNanos,
            endedNanos,
            ending,
            remark,
            readings,
            axles,
            interruptions,
            interrupted,
            all);
    if (vehicle.grossKg().isEmpty()) {
      return vehicle;
    }
    flags = all.with(rules.plausibility().gross(vehicle.grossKg().getAsDouble()));
    return flags.equals(all) ? vehicle : ended(endedNanos, ending);
  }
}
