// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.rig;

import io.wayside.core.device.WeightReading;
import io.wayside.core.device.WeightReading.Basis;
import io.wayside.core.device.WeightReading.Motion;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.core.unit.Mass;
import java.util.ArrayList;
import java.util.List;

/** Writes a trace the way one would tell it: ten readings a second unless said otherwise. */
public final class Readings {

  public static final double INTERVAL_KG = 20;

  private final List<WeightReading> all = new ArrayList<>();
  private long nanos;
  private long stepNanos = 100_000_000;
  private Motion motion = Motion.NOT_TOLD;
  private Basis basis = Basis.GROSS;
  private Flags flags = Flags.NONE;

  public static Readings from(double seconds) {
    Readings readings = new Readings();
    readings.nanos = Math.round(seconds * 1e9);
    return readings;
  }

  public Readings everyMs(long ms) {
    stepNanos = ms * 1_000_000;
    return this;
  }

  public Readings saying(Motion told) {
    motion = told;
    return this;
  }

  public Readings as(Basis told) {
    basis = told;
    return this;
  }

  public Readings flagged(Flag... doubts) {
    flags = Flags.of(doubts);
    return this;
  }

  /** The same indication for so long. */
  public Readings hold(double kg, double seconds) {
    long until = nanos + Math.round(seconds * 1e9);
    while (nanos < until) {
      add(kg);
    }
    return this;
  }

  /** One indication after another. */
  public Readings show(double... kgs) {
    for (double kg : kgs) {
      add(kg);
    }
    return this;
  }

  /**
   * An axle that comes, stands for two seconds and goes; the platform is clear before and after.
   */
  public Readings axle(double kg) {
    return show(kg * 0.4, kg * 0.8, kg * 1.1).hold(kg, 2).show(kg * 0.7, kg * 0.2).hold(0, 1.5);
  }

  /** Nothing arrives for so long. */
  public Readings silence(double seconds) {
    nanos += Math.round(seconds * 1e9);
    return this;
  }

  public long nowNanos() {
    return nanos;
  }

  public List<WeightReading> list() {
    return List.copyOf(all);
  }

  private void add(double kg) {
    double shown = Math.rint(kg / INTERVAL_KG) * INTERVAL_KG;
    all.add(reading(nanos, shown, motion, basis, flags, all.size()));
    nanos += stepNanos;
  }

  public static WeightReading reading(
      long nanos, double kg, Motion motion, Basis basis, Flags flags, int count) {
    return new WeightReading(
        nanos,
        new Mass(kg),
        new Mass(INTERVAL_KG),
        motion,
        basis,
        flags,
        "02%08x03".formatted(count));
  }
}
