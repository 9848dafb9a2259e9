// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.rhythm;

import io.wayside.waterway.light.Phase;
import io.wayside.waterway.light.Rhythm;
import java.util.Random;

/** A lamp for tests: any rhythm, with jitter, noise, ripple, drift, and levels that change. */
final class Lamp {

  private static final long MS = 1_000_000;

  private final Rhythm rhythm;
  private final Random random;
  private long phaseMs;
  private int jitterMs;
  private double dark;
  private double rise = 1;
  private double noise;
  private double ripple;
  private double driftPerS;
  private boolean out;

  Lamp(Rhythm rhythm, Random random) {
    this.rhythm = rhythm;
    this.random = random;
  }

  Lamp phaseMs(long ms) {
    phaseMs = ms;
    return this;
  }

  Lamp jitterMs(int ms) {
    jitterMs = ms;
    return this;
  }

  Lamp levels(double atDark, double more) {
    dark = atDark;
    rise = more;
    return this;
  }

  Lamp noise(double sigma) {
    noise = sigma;
    return this;
  }

  /** Of twice the mains frequency. */
  Lamp ripple(double amplitude) {
    ripple = amplitude;
    return this;
  }

  Lamp driftPerS(double rate) {
    driftPerS = rate;
    return this;
  }

  Lamp out(boolean isOut) {
    out = isOut;
    return this;
  }

  boolean lit(long nanos) {
    return !out && rhythm.at(Math.floorDiv(nanos, MS) + phaseMs).lit();
  }

  /** The state at the beginning, then every edge until the end. */
  void edges(LightWatch watch, long fromNanos, long toNanos) {
    long period = rhythm.periodMs();
    watch.edge(fromNanos, lit(fromNanos));
    long begin = Math.floorDiv(fromNanos / MS + phaseMs, period) * period - phaseMs;
    long told = fromNanos;
    boolean last = lit(fromNanos);
    for (long ms = begin; ms * MS < toNanos; ) {
      for (Phase phase : rhythm.phases()) {
        long nanos = ms * MS + (jitterMs == 0 ? 0 : random.nextInt(jitterMs * (int) MS));
        if (nanos > told && nanos < toNanos && phase.lit() != last) {
          last = phase.lit();
          watch.edge(nanos, last);
          told = nanos;
        }
        ms += phase.millis();
      }
    }
  }

  double level(long nanos) {
    double s = nanos / 1e9;
    double value = dark + driftPerS * s + (lit(nanos) ? rise : 0);
    return value + noise * random.nextGaussian() + ripple * Math.sin(2 * Math.PI * 100 * s);
  }

  void samples(LightWatch watch, long fromNanos, long toNanos, long everyNanos) {
    for (long nanos = fromNanos; nanos < toNanos; nanos += everyNanos) {
      watch.level(nanos, level(nanos));
    }
  }
}
