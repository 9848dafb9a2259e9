// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.loadcell;

import java.util.Arrays;

/**
 * The measured distance of samples: the median of the last nine. A converter's own clock is off by
 * up to a fifth, so the nominal rate says nothing about when a sample was taken.
 */
final class Period {

  private static final int KEPT = 9;
  private static final int ENOUGH = 5;

  /** Half a sample late is one missed. */
  private static final double MISSED_FROM = 1.5;

  private final long[] lastNanos = new long[KEPT];
  private long count;

  void forget() {
    count = 0;
  }

  /** Learns a distance and returns how many samples were missed in it. */
  long missedIn(long distanceNanos) {
    long missed = 0;
    if (count >= ENOUGH) {
      double ratio = distanceNanos / medianNanos();
      missed = ratio > MISSED_FROM ? Math.round(ratio) - 1 : 0;
    }
    lastNanos[(int) (count % KEPT)] = distanceNanos / (missed + 1);
    count++;
    return missed;
  }

  /** NaN before the first distance. */
  double medianNanos() {
    int known = (int) Math.min(count, KEPT);
    if (known == 0) {
      return Double.NaN;
    }
    long[] sorted = Arrays.copyOf(lastNanos, known);
    Arrays.sort(sorted);
    return sorted[known / 2];
  }
}
