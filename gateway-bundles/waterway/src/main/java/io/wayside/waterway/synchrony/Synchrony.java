// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.synchrony;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import java.time.Duration;

/**
 * Where in its period a light that flashes in step with others is: the milliseconds of UTC since
 * midnight, and its own offset, modulo the period. A period that does not divide a day jumps at
 * midnight, and so does every light that keeps to this. Without a clock it runs on from the last
 * one it had, or from anywhere, and says so; it never goes dark. Not for several threads.
 */
final class Synchrony {

  private static final long DAY_MS = 86_400_000L;
  private static final long NANOS_OF_A_MS = 1_000_000L;

  private final int periodMs;
  private final int offsetMs;
  private final Duration tolerance;
  private final Duration holdover;
  private long utcMs;
  private long atNanos;
  private boolean lost = true;

  Synchrony(SyncRules rules) {
    this.periodMs = rules.rhythm().periodMs();
    this.offsetMs = rules.offsetMs();
    this.tolerance = rules.tolerance();
    this.holdover = rules.holdover();
  }

  /** What the clock says, now and then; an untrusted one is not followed. */
  void clock(Stamp stamp) {
    lost = !isTrusted(stamp.clock());
    if (!lost) {
      utcMs = Math.floorMod(stamp.wall().toEpochMilli(), DAY_MS);
      atNanos = stamp.monotonicNanos();
    }
  }

  private boolean isTrusted(ClockQuality clock) {
    if (clock.offset().filter(off -> off.abs().compareTo(tolerance) > 0).isPresent()) {
      return false;
    }
    return switch (clock.state()) {
      case SYNCHRONISED -> true;
      case HOLDOVER -> clock.age().filter(age -> age.compareTo(holdover) <= 0).isPresent();
      case UNSYNCHRONISED -> false;
    };
  }

  /** Whether it runs on by itself. */
  boolean isLost() {
    return lost;
  }

  /** Milliseconds since the period began. */
  int phaseMs(long nowNanos) {
    long since = Math.floorDiv(nowNanos - atNanos, NANOS_OF_A_MS);
    long ofDay = Math.floorMod(utcMs + since, DAY_MS);
    return (int) Math.floorMod(ofDay + offsetMs, (long) periodMs);
  }
}
