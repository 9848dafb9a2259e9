// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.command;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** A clock that a test sets. */
final class SetTime implements TimeSource {

  Instant wall = Instant.parse("2026-11-21T05:00:00Z");
  ClockQuality quality = ClockQuality.synchronisedBy("ntp");
  private long nanos = -7_000_000_000L; // a monotonic clock may start anywhere

  void passes(Duration time) {
    nanos += time.toNanos();
    wall = wall.plus(time);
  }

  @Override
  public long monotonicNanos() {
    return nanos;
  }

  @Override
  public Stamp at(long monotonicNanos) {
    return new Stamp(wall.plusNanos(monotonicNanos - nanos), quality, "boot-1", monotonicNanos);
  }
}
