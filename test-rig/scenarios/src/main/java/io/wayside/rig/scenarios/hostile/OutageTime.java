// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that is moved by hand, by weeks in a minute. */
final class OutageTime implements TimeSource {

  private static final Instant ORIGIN = Instant.parse("2026-03-01T10:00:00Z");

  private final AtomicLong nanos = new AtomicLong(1);

  void forward(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Override
  public long monotonicNanos() {
    return nanos.get();
  }

  @Override
  public Stamp at(long monotonicNanos) {
    return new Stamp(
        ORIGIN.plusNanos(monotonicNanos),
        ClockQuality.synchronisedBy("ntp"),
        "rig",
        monotonicNanos);
  }
}
