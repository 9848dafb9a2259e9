// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.automation;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import java.time.Duration;

/**
 * Where in its period a light that flashes in step with others is: the milliseconds of UTC since
 * midnight, and its own offset, modulo the period. A period that does not divide a day jumps at
 * midnight, and so does every light that keeps to this. Without a clock it runs on from the last
 * one it had, or from anywhere, and says so; it never goes dark. Not for several threads.
 */
public final class Synchrony {

  private static final long DAY_MS = 86_400_000L;
  private static final long NANOS_OF_A_MS = 1_000_000L;

  private final int periodMs;
  private final int offsetMs;
  private final Duration holdover;
  private long utcMs;
  private long atNanos;
  private boolean lost = true;

  /**
   * @param offsetMs published with the aid, so that others can follow
   * @param holdover how long a clock may go without its reference and still be in step
   */
  public Synchrony(int periodMs, int offsetMs, Duration holdover) {
    if (periodMs <= 0) {
      throw new IllegalArgumentException("a period of " + periodMs + " ms");
    }
    this.periodMs = periodMs;
    this.offsetMs = offsetMs;
    this.holdover = holdover;
  }

  /** What the clock says, now and then; an untrusted one is not followed. */
  public void clock(Stamp stamp) {
    lost = !isTrusted(stamp.clock());
    if (!lost) {
      utcMs = Math.floorMod(stamp.wall().toEpochMilli(), DAY_MS);
      atNanos = stamp.monotonicNanos();
    }
  }

  private boolean isTrusted(ClockQuality clock) {
    return switch (clock.state()) {
      case SYNCHRONISED -> true;
      case HOLDOVER -> clock.age().filter(age -> age.compareTo(holdover) <= 0).isPresent();
      case UNSYNCHRONISED -> false;
    };
  }

  /** Whether it runs on by itself. */
  public boolean isLost() {
    return lost;
  }

  public int offsetMs() {
    return offsetMs;
  }

  /** Milliseconds since the period began. */
  public int phaseMs(long nowNanos) {
    long since = Math.floorDiv(nowNanos - atNanos, NANOS_OF_A_MS);
    long ofDay = Math.floorMod(utcMs + since, DAY_MS);
    return (int) Math.floorMod(ofDay + offsetMs, (long) periodMs);
  }
}
