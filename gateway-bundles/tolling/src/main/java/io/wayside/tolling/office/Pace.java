// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office;

/** Lets so many records go a second, and a burst after a rest. */
final class Pace {

  private static final double NANOS = 1e9;

  private final double perSecond;
  private final double burst;
  private double allowed;
  private long at;

  Pace(double perSecond, int burst, long nowNanos) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.allowed = burst;
    this.at = nowNanos;
  }

  /** How many may go now. */
  int allowed(long nowNanos) {
    allowed = Math.min(burst, allowed + Math.max(0, nowNanos - at) / NANOS * perSecond);
    at = Math.max(at, nowNanos);
    return (int) allowed;
  }

  void used(int records) {
    allowed -= records;
  }

  /** When the next one may go. */
  long next(long nowNanos) {
    return allowed >= 1 ? nowNanos : nowNanos + (long) Math.ceil((1 - allowed) / perSecond * NANOS);
  }
}
