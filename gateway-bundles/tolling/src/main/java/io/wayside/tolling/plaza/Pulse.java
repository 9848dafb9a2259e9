// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plaza;

/** A vehicle on a loop, from when to when; while it is there the end is not known. */
final class Pulse {

  /** On the loop for no longer it has not stood there. */
  private static final long DRIVING_NANOS = 2_000_000_000L;

  /** Of one that drives on, with the windscreen ahead of its middle, not in the last part. */
  private static final double PART = 0.6;

  final long fromNanos;
  long toNanos = Long.MAX_VALUE;

  Pulse(long fromNanos) {
    this.fromNanos = fromNanos;
  }

  boolean isOpen() {
    return toNanos == Long.MAX_VALUE;
  }

  /** When the tag of the vehicle on the loop has fallen silent at the latest. */
  private long latest() {
    if (isOpen()) {
      return Long.MAX_VALUE;
    }
    long lasted = toNanos - fromNanos;
    long last = lasted <= DRIVING_NANOS ? (long) (PART * lasted) : lasted;
    return fromNanos + last;
  }

  /**
   * Whether the tag of the vehicle on the loop can have fallen silent then.
   *
   * @param earlyNanos so long before it was on the loop
   * @param lateNanos so long after the last part of the loop in which a windscreen can be
   */
  boolean fits(long nanos, long earlyNanos, long lateNanos) {
    return nanos >= fromNanos - earlyNanos && nanos - lateNanos <= latest();
  }

  /** The vehicle was on the loop at any time between two. */
  boolean overlaps(long fromNanos, long toNanos) {
    return this.fromNanos <= toNanos && this.toNanos >= fromNanos;
  }
}
