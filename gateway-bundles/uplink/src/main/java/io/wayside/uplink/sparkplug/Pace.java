// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.sparkplug;

import java.time.Duration;

/** Lets so many records a second through, a tenth of a second's worth of them at once. */
final class Pace {

  private static final long SECOND_NANOS = 1_000_000_000L;

  private final double perSecond;
  private final double most;
  private double saved;
  private long asOfNanos;

  /**
   * Full from the beginning.
   *
   * @param perSecond records a second, above 0
   */
  Pace(double perSecond, long monotonicNanos) {
    this.perSecond = perSecond;
    this.most = Math.max(1, perSecond / 10);
    this.saved = most;
    this.asOfNanos = monotonicNanos;
  }

  /** How many may go now. */
  int allowed(long monotonicNanos) {
    double earned = (monotonicNanos - asOfNanos) * perSecond / SECOND_NANOS;
    saved = Math.min(most, saved + Math.max(0, earned));
    asOfNanos = monotonicNanos;
    return (int) saved;
  }

  /** So many went. */
  void took(int records) {
    saved -= records;
  }

  /** Until the next may go. */
  Duration untilNext() {
    return Duration.ofNanos((long) Math.ceil(Math.max(0, 1 - saved) * SECOND_NANOS / perSecond));
  }
}
