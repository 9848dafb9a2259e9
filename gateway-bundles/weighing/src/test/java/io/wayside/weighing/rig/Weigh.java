// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.rig;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.ScaleKeys.Tare;
import io.wayside.core.device.WeightReading;
import io.wayside.weighing.statics.Ending;
import io.wayside.weighing.statics.Finding;
import io.wayside.weighing.statics.Gap;
import io.wayside.weighing.statics.StaticRules;
import io.wayside.weighing.statics.StaticWeighing;
import io.wayside.weighing.statics.Vehicle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts traces through a weighing and keeps what it finds. */
public final class Weigh {

  private final StaticWeighing weighing;
  private final List<Finding> found = new ArrayList<>();

  public Weigh(StaticRules rules) {
    weighing = new StaticWeighing(rules, 0);
  }

  public static List<Vehicle> vehicles(StaticRules rules, List<WeightReading> trace) {
    return new Weigh(rules).hear(trace).stop(trace.get(trace.size() - 1)).vehicles();
  }

  public Weigh hear(Readings readings) {
    return hear(readings.list());
  }

  public Weigh hear(List<WeightReading> readings) {
    readings.forEach(reading -> found.addAll(weighing.hear(reading)));
    return this;
  }

  /** Readings of a scale that tells the tare behind them. */
  public Weigh hear(Readings readings, Tare tare) {
    readings.list().forEach(each -> found.addAll(weighing.hear(each, Optional.of(tare))));
    return this;
  }

  public Weigh scaleSet(long nanos) {
    found.addAll(weighing.scaleSet(nanos));
    return this;
  }

  public Weigh interrupted(Interruption interruption) {
    found.addAll(weighing.interrupted(interruption));
    return this;
  }

  public Weigh tick(long nanos) {
    found.addAll(weighing.tick(nanos));
    return this;
  }

  public Weigh end(Ending ending, String remark, long nanos) {
    found.addAll(weighing.end(ending, remark, nanos));
    return this;
  }

  public Weigh stop(long nanos) {
    found.addAll(weighing.stop(nanos));
    return this;
  }

  public Weigh stop(WeightReading last) {
    return stop(last.monotonicNanos());
  }

  public StaticWeighing weighing() {
    return weighing;
  }

  public List<Finding> found() {
    return List.copyOf(found);
  }

  public List<Vehicle> vehicles() {
    return found.stream().filter(Vehicle.class::isInstance).map(Vehicle.class::cast).toList();
  }

  public Vehicle only() {
    List<Vehicle> all = vehicles();
    if (all.size() != 1) {
      throw new AssertionError("one vehicle expected, found " + all);
    }
    return all.get(0);
  }

  public List<Gap> gaps() {
    return found.stream().filter(Gap.class::isInstance).map(Gap.class::cast).toList();
  }
}
