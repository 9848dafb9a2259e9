// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.rig;

import io.wayside.core.device.WeightReading;
import io.wayside.core.device.WeightReading.Basis;
import io.wayside.core.device.WeightReading.Motion;
import io.wayside.core.quality.Flags;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A crossing as physics: the load moves on and off along a ramp, rings like a damped spring, the
 * zero drifts, noise is added, the display rounds. The static load of every moment is the truth.
 */
public final class Physics {

  /** How an axle is driven. */
  public enum Style {
    STANDS,
    CREEPS,
    STANDS_TWICE,
    ROLLS_THROUGH
  }

  private static final long MOST_DELAY_MS = 300;
  private static final List<Style> STYLES = List.of(Style.values());

  /** A stretch of static load: from, to in seconds; load at both ends in kg. */
  private record Stretch(double from, double to, double kgFrom, double kgTo) {}

  private final Random random;
  private final List<Stretch> stretches = new ArrayList<>();
  private final List<List<Double>> truth = new ArrayList<>();
  private double now;
  private int rests;

  public Physics(long seed) {
    random = new Random(seed);
    still(0, 6);
  }

  /** One to four vehicles of two to six axles, driven in every style. */
  public static Physics traffic(long seed) {
    Physics physics = new Physics(seed);
    int vehicles = 1 + physics.random.nextInt(4);
    for (int v = 0; v < vehicles; v++) {
      physics.truth.add(new ArrayList<>());
      int axles = 2 + physics.random.nextInt(5);
      for (int a = 0; a < axles; a++) {
        Style style = STYLES.get(Math.max(0, physics.random.nextInt(12) - 8)); // mostly the first
        physics.axle(1500 + physics.random.nextInt(12_000), style);
        physics.still(0, physics.between(0.4, 2.0));
      }
      physics.still(0, physics.between(6, 9));
    }
    return physics;
  }

  private void axle(double kg, Style style) {
    ramp(0, kg, style == Style.ROLLS_THROUGH ? 0.5 : 0.4);
    switch (style) {
      case STANDS -> rest(kg);
      case CREEPS -> {
        rest(kg);
        double shifted = kg + between(-300, 300);
        ramp(kg, shifted, 1.0);
        rest(shifted);
        kg = shifted;
      }
      case STANDS_TWICE -> {
        rest(kg);
        ramp(kg, kg * 0.4, 0.4);
        ramp(kg * 0.4, kg, 0.4);
        rest(kg);
      }
      case ROLLS_THROUGH -> still(kg, 0.2);
    }
    truth.get(truth.size() - 1).add(kg);
    ramp(kg, 0, 0.4);
  }

  private void rest(double kg) {
    rests++;
    still(kg, between(2.5, 5));
  }

  private void still(double kg, double seconds) {
    ramp(kg, kg, seconds);
  }

  private void ramp(double fromKg, double toKg, double seconds) {
    stretches.add(new Stretch(now, now + seconds, fromKg, toKg));
    now += seconds;
  }

  public int rests() {
    return rests;
  }

  public List<List<Double>> truth() {
    return truth;
  }

  /** The static load at that moment, in kg: what lies on the platform if all springs were still. */
  public double staticKgAt(long nanos) {
    double t = nanos / 1e9;
    for (Stretch s : stretches) {
      if (t >= s.from && t <= s.to) {
        return s.kgFrom + (s.kgTo - s.kgFrom) * (t - s.from) / Math.max(1e-9, s.to - s.from);
      }
    }
    return 0;
  }

  /** The static load nearest to {@code kg} since the earliest time a reading may stem from. */
  public double nearestStaticKg(double kg, long arrivedNanos) {
    double nearest = staticKgAt(arrivedNanos);
    for (long back = 0; back <= MOST_DELAY_MS + 5; back++) {
      double then = staticKgAt(arrivedNanos - back * 1_000_000);
      nearest = Math.abs(then - kg) < Math.abs(nearest - kg) ? then : nearest;
    }
    return nearest;
  }

  /** What the indicator sends: 5 to 30 readings a second, with jitter and now and then a burst. */
  public List<WeightReading> readings() {
    double rateHz = between(5, 30);
    List<WeightReading> readings = new ArrayList<>();
    double delayedUntil = 0;
    for (double t = 0; t < now; t += 1 / rateHz) {
      if (random.nextInt(200) == 0) {
        delayedUntil =
            t + MOST_DELAY_MS / 1e3; // the adapter holds everything back and lets it go at once
      }
      double arrives = Math.max(t, delayedUntil) + random.nextDouble() * 0.002;
      double kg = staticKgAt(Math.round(t * 1e9)) + ringingKg(t) + drift(t) + noise();
      long nanos = Math.round(arrives * 1e9);
      if (!readings.isEmpty()) {
        nanos = Math.max(nanos, readings.get(readings.size() - 1).monotonicNanos());
      }
      double shown = Math.rint(kg / Readings.INTERVAL_KG) * Readings.INTERVAL_KG;
      readings.add(
          Readings.reading(
              nanos, shown, Motion.NOT_TOLD, Basis.GROSS, Flags.NONE, readings.size()));
    }
    return readings;
  }

  /** 2 Hz body bounce after each change of load, damped with a time constant of 0.4 s. */
  private double ringingKg(double t) {
    double sum = 0;
    for (Stretch s : stretches) {
      double since = t - s.to;
      if (since > 0 && since < 4 && staticKgAt(Math.round(t * 1e9)) > 0) {
        double step = s.kgTo - s.kgFrom;
        sum += 0.1 * step * Math.exp(-since / 0.4) * Math.cos(2 * Math.PI * 2 * since);
      }
    }
    return sum;
  }

  private static double drift(double t) {
    return 4 * Math.sin(t / 40);
  }

  private double noise() {
    return random.nextGaussian() * 1.5;
  }

  private double between(double least, double most) {
    return least + random.nextDouble() * (most - least);
  }
}
