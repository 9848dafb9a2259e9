// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.faults;

/** A stretch of the lane's time, in nanoseconds since its start. */
public record Stretch(long fromNanos, long toNanos) {

  /** How much later than on the platform a thing may be on record: delays, filter, lost frames. */
  private static final long LATE_NANOS = 3_000_000_000L;

  boolean meets(Stretch other) {
    return fromNanos <= other.toNanos + LATE_NANOS && other.fromNanos <= toNanos + LATE_NANOS;
  }
}
