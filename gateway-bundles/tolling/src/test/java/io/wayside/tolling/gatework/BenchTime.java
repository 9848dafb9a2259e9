// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gatework;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** Time that a test moves; the wall clock may be set, and the box may boot anew. */
final class BenchTime implements TimeSource {

  private long nanos = 1_000_000_000L;
  private Instant origin = Instant.parse("2026-11-21T03:00:00Z");
  private int boot = 1;
  private ClockQuality quality = ClockQuality.synchronisedBy("ntp");

  void pass(long ms) {
    nanos += ms * 1_000_000;
  }

  void setWall(Duration by) {
    origin = origin.plus(by);
  }

  /** The monotonic clock begins again somewhere else. */
  void reboot(Duration away) {
    Instant wall = now().wall().plus(away);
    boot++;
    nanos = 7_000_000_000L;
    origin = wall.minusNanos(nanos);
  }

  void followsNothing() {
    quality = ClockQuality.unsynchronised();
  }

  @Override
  public long monotonicNanos() {
    return nanos;
  }

  @Override
  public Stamp at(long monotonicNanos) {
    return new Stamp(origin.plusNanos(monotonicNanos), quality, "boot-" + boot, monotonicNanos);
  }
}
