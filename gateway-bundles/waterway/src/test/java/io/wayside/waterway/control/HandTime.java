// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** A clock that a test moves; monotonic time goes on over restarts of the gateway. */
final class HandTime implements TimeSource {

  private long nanos = Long.MAX_VALUE - Duration.ofMinutes(3).toNanos();
  private Instant wall = Instant.parse("2026-11-22T10:00:00Z");

  void pass(Duration time) {
    nanos += time.toNanos();
    wall = wall.plus(time);
  }

  void setWall(Instant other) {
    wall = other;
  }

  Instant wall() {
    return wall;
  }

  @Override
  public long monotonicNanos() {
    return nanos;
  }

  @Override
  public Stamp at(long monotonicNanos) {
    return new Stamp(
        wall.plusNanos(monotonicNanos - nanos),
        ClockQuality.unsynchronised(),
        "boot-1",
        monotonicNanos);
  }
}
