// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.announce;

import io.wayside.core.time.ClockQuality.State;
import io.wayside.core.time.Stamp;
import java.time.Duration;

/** Something that was so at a time. */
record Dated<T>(T value, Stamp at) {

  /**
   * Whether it is no older than this. By the monotonic clock within a boot, else by the wall clock
   * if that followed a reference both times; what lies in the future by it has no known age.
   */
  boolean isFresh(Stamp now, long freshNanos) {
    boolean sameBoot = at.bootId().equals(now.bootId());
    if (!sameBoot && !(hasClock(at) && hasClock(now))) {
      return false;
    }
    long ageNanos =
        sameBoot
            ? now.monotonicNanos() - at.monotonicNanos()
            : Duration.between(at.wall(), now.wall()).toNanos();
    return ageNanos >= 0 && ageNanos <= freshNanos;
  }

  private static boolean hasClock(Stamp stamp) {
    return stamp.clock().state() != State.UNSYNCHRONISED;
  }
}
