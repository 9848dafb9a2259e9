// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.session;

import java.util.OptionalLong;

/**
 * How far a reader's clock is from ours. What it stamps comes to us later, never earlier, so the
 * least distance seen is the best; it is slowly forgotten, since clocks drift. Sightings do not
 * depend on it: they have the time of their arrival.
 */
final class ReaderClock {

  /** More than any network or report is early by. */
  private static final long AHEAD_NANOS = 250_000_000;

  /** A report may wait in the reader; several running that waited equally long did not wait. */
  private static final long BEHIND_NANOS = 1_000_000_000;

  private static final int RUNNING = 3;
  private static final long NANOS_PER_MICRO = 1_000;

  /** Drift allowed for: 200 millionths. */
  private static final long DRIFT_PARTS = 5_000;

  private static final long LAST_SENSIBLE_MICROS = 1L << 53;

  private boolean known;
  private boolean uptime;
  private long distance;
  private long at;
  private int late;
  private long lateDistance;
  private long jumps;

  void forget() {
    known = false;
    late = 0;
  }

  long jumps() {
    return jumps;
  }

  /**
   * Takes a stamp.
   *
   * @return by how many nanoseconds the reader's clock was moved, when it was
   */
  OptionalLong stamp(long micros, boolean sinceStart, long now) {
    if (micros < 0 || micros > LAST_SENSIBLE_MICROS) {
      return OptionalLong.empty();
    }
    long seen = now - micros * NANOS_PER_MICRO;
    if (!known || uptime != sinceStart) {
      begin(seen, sinceStart, now);
      return OptionalLong.empty();
    }
    long drift = (now - at) / DRIFT_PARTS;
    at = now;
    if (seen < distance - AHEAD_NANOS - drift) {
      return moved(seen);
    }
    if (seen > distance + BEHIND_NANOS + drift) {
      return behind(seen);
    }
    late = 0;
    distance = Math.min(distance + drift, seen);
    return OptionalLong.empty();
  }

  private void begin(long seen, boolean sinceStart, long now) {
    known = true;
    uptime = sinceStart;
    distance = seen;
    at = now;
    late = 0;
  }

  private OptionalLong behind(long seen) {
    boolean asBefore = late > 0 && Math.abs(seen - lateDistance) < BEHIND_NANOS / 2;
    late = asBefore ? late + 1 : 1;
    lateDistance = seen;
    return late < RUNNING ? OptionalLong.empty() : moved(seen);
  }

  private OptionalLong moved(long seen) {
    long by = distance - seen;
    distance = seen;
    late = 0;
    jumps++;
    return OptionalLong.of(by);
  }
}
