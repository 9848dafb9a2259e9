// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.timing;

/** What holds over outages: the running number of samples and the time of the last. */
final class Numbers {

  private long next;
  private double lastNanos = Double.NaN;
  private double intervalNanos = Double.NaN;
  private boolean broken;

  double intervalNanos() {
    return intervalNanos;
  }

  void interval(double nanos) {
    if (nanos > 0 && Double.isFinite(nanos)) {
      intervalNanos = nanos;
    }
  }

  /** Samples were lost, their number is known. */
  void skip(long lost) {
    next += lost;
  }

  /** Samples were lost; how many the time of the next one tells. */
  void broken() {
    broken = !Double.isNaN(lastNanos);
  }

  /** Numbers samples and holds their times after those before. */
  Stretch stretch(int from, int to, double firstNanos) {
    if (broken) {
      next += Math.max(1, Math.round((firstNanos - lastNanos) / intervalNanos) - 1);
      broken = false;
    }
    // The clocks' difference is known ever better, which may pull a stretch back a little.
    boolean early = firstNanos < lastNanos + 0.5 * intervalNanos;
    double first = early ? Math.ceil(lastNanos + 0.5 * intervalNanos) : firstNanos;
    Stretch stretch = new Stretch(from, to, Math.round(first), intervalNanos, next);
    next += to - from;
    lastNanos = Math.round(first) + (to - from - 1) * intervalNanos;
    return stretch;
  }
}
