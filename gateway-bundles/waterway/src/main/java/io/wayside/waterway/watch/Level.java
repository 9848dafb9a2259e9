// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.watch;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The water at a gauge: the level that is believed, and how low it may be now. A spike, a silent or
 * a stuck gauge makes the circle of a buoy larger, never smaller.
 */
final class Level {

  /** Smaller moves are the gauge's own noise. */
  private static final double STILL_M = 0.002;

  private final GaugeRules rules;
  private boolean trusted;
  private double trustedM;
  private long trustedNanos;
  private double heardM;
  private long heardNanos;
  private double movedM;
  private long movedNanos;
  private int doubted;
  private double doubtedM;
  private long doubtedNanos;
  private @Nullable Answer<SensorState> fault;

  Level(GaugeRules rules) {
    this.rules = rules;
  }

  void read(long nanos, double levelM) {
    if (levelM < rules.lowestM() || levelM > rules.highestM()) {
      faulty(
          nanos,
          "is outside " + metres(rules.lowestM()) + " to " + metres(rules.highestM()),
          levelM);
      return;
    }
    if (trusted && !near(levelM, nanos, heardM, heardNanos)) {
      doubted = doubted > 0 && near(levelM, nanos, doubtedM, doubtedNanos) ? doubted + 1 : 1;
      doubtedM = levelM;
      doubtedNanos = nanos;
      if (doubted < rules.again()) {
        faulty(nanos, "jumped from " + metres(heardM), levelM);
        return;
      }
    }
    if (!trusted || Math.abs(levelM - movedM) > STILL_M) {
      movedM = levelM;
      movedNanos = nanos;
    }
    doubted = 0;
    trusted = true;
    heardM = levelM;
    heardNanos = nanos;
    if (nanos - movedNanos >= rules.stuckNanos()) {
      fault = null;
      faulty(movedNanos, "has not moved for " + Span.words(nanos - movedNanos), levelM);
      return; // The last level that is believed gets older from when it stopped moving.
    }
    trustedM = levelM;
    trustedNanos = nanos;
    fault = null;
  }

  private boolean near(double levelM, long nanos, double thenM, long thenNanos) {
    double hours = Math.max(0, nanos - thenNanos) / (double) Span.HOUR;
    return Math.abs(levelM - thenM) <= rules.slackM() + rules.fastestMph() * hours;
  }

  private void faulty(long since, String why, double levelM) {
    if (fault == null) {
      fault =
          new Answer<>(
              SensorState.FAULTY,
              "the gauge at " + metres(levelM) + " " + why + "; look at its sensor",
              since);
    }
  }

  /** The lowest the water can be now. */
  double lowestM(long nanos) {
    if (!trusted) {
      return rules.lowestM();
    }
    if (current(nanos)) {
      return trustedM;
    }
    double hours = (nanos - trustedNanos) / (double) Span.HOUR;
    return Math.max(rules.lowestM(), trustedM - rules.fastestMph() * hours);
  }

  private boolean current(long nanos) {
    return fault == null && nanos - trustedNanos < rules.silentNanos();
  }

  /** Which level is reckoned with, and why. */
  String words(long nanos) {
    if (!trusted) {
      return "lowest level " + metres(rules.lowestM()) + ", for no gauge is believed";
    }
    if (current(nanos)) {
      return "gauge " + metres(trustedM);
    }
    return "level as low as "
        + metres(lowestM(nanos))
        + ", for the gauge was last believed "
        + Span.words(nanos - trustedNanos)
        + " ago at "
        + metres(trustedM);
  }

  private static String metres(double metres) {
    return String.format(Locale.ROOT, "%.2f m", metres);
  }

  /** A fault of the gauge, which is none of the aid. */
  Optional<Answer<SensorState>> fault() {
    return Optional.ofNullable(fault);
  }
}
