// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import java.util.OptionalLong;

/**
 * Now, and when next something may be due. Nothing here reads a clock; differences are taken so
 * that the clock's origin does not matter.
 */
final class LaneTime {

  private long now;
  private boolean begun;
  private long soonest;
  private boolean wanted;

  /** Time never runs backwards for the lane. */
  void advance(long nanos) {
    if (!begun || nanos - now > 0) {
      now = nanos;
      begun = true;
    }
    wanted = false;
  }

  long now() {
    return now;
  }

  /** Whether so long a time has passed; if not, the lane wants to be told when it has. */
  boolean passed(long sinceNanos, long spanNanos) {
    long due = sinceNanos + spanNanos;
    if (now - due >= 0) {
      return true;
    }
    if (!wanted || due - soonest < 0) {
      soonest = due;
      wanted = true;
    }
    return false;
  }

  /** Whether so long a time has passed, for once without being told later. */
  boolean isOlder(long sinceNanos, long spanNanos) {
    return now - sinceNanos >= spanNanos;
  }

  OptionalLong soonest() {
    return wanted ? OptionalLong.of(soonest) : OptionalLong.empty();
  }

  static long later(long one, long other) {
    return one - other > 0 ? one : other;
  }
}
