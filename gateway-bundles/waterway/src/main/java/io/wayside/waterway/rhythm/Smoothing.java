// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.rhythm;

import java.util.Optional;

/**
 * Makes of fast samples means over 10 ms, in which the ripple of the mains is gone, and takes out
 * single ones that stand apart.
 */
final class Smoothing {

  private static final long BIN_NANOS = 10_000_000;

  /** A level from a time on. */
  record Level(long nanos, double value) {}

  private long binNanos;
  private double sum;
  private int count;
  private final Level[] last = new Level[2];
  private int held;

  /** A sample; gives the smoothed level before it, where one is complete. */
  Optional<Level> hear(long nanos, double value) {
    Optional<Level> done = Optional.empty();
    if (count > 0 && nanos - binNanos >= BIN_NANOS) {
      done = middle(new Level(binNanos, sum / count));
      count = 0;
    }
    if (count == 0) {
      binNanos = nanos;
      sum = 0;
    }
    sum += value;
    count++;
    return done;
  }

  private Optional<Level> middle(Level next) {
    if (held < 2) {
      last[held++] = next;
      return held == 2 ? Optional.of(last[0]) : Optional.empty();
    }
    double a = last[0].value();
    double b = last[1].value();
    double c = next.value();
    double median = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    Level middle = new Level(last[1].nanos(), median);
    last[0] = last[1];
    last[1] = next;
    return Optional.of(middle);
  }

  void cut() {
    count = 0;
    held = 0;
  }
}
