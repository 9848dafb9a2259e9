// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.timing;

/**
 * How far our clock is ahead of a foreign one, from what came fastest. The least delay is forgotten
 * slowly, so that two clocks that run apart are followed.
 */
final class ClockOffset {

  /** Clocks of two computers run apart by less (parts per million). */
  private static final double DRIFT = 200e-6;

  private double leastNanos = Double.NaN;
  private long atNanos;

  void restart() {
    leastNanos = Double.NaN;
  }

  /** What to add to a foreign time, after a stamp that arrived at this moment. */
  double update(long theirs, long arrivedNanos) {
    double now = (double) (arrivedNanos - theirs);
    double forgotten = leastNanos + DRIFT * (arrivedNanos - atNanos);
    leastNanos = Double.isNaN(leastNanos) ? now : Math.min(now, forgotten);
    atNanos = arrivedNanos;
    return leastNanos;
  }
}
