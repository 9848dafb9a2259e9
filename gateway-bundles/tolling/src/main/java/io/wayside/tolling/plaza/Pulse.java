// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plaza;

/** A vehicle on a loop, from when to when; while it is there the end is not known. */
final class Pulse {

  /** The tag of a vehicle falls silent no later after it has left the loop. */
  private static final long LATE_NANOS = 300_000_000L;

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
    return fromNanos + last + LATE_NANOS;
  }

  /** Whether the tag of the vehicle on the loop can have fallen silent then. */
  boolean fits(long nanos, long earlyNanos) {
    return nanos >= fromNanos - earlyNanos && nanos <= latest();
  }

  /** The vehicle was on the loop at any time between two. */
  boolean overlaps(long fromNanos, long toNanos) {
    return this.fromNanos <= toNanos && this.toNanos >= fromNanos;
  }
}
