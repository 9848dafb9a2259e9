// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.journal;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that is moved by hand, so that what is done every half minute is done often. */
final class SteppedTime implements TimeSource {

  private static final Instant ORIGIN = Instant.parse("2026-03-01T00:00:00Z");

  private final AtomicLong nanos;

  SteppedTime(long startS) {
    this.nanos = new AtomicLong(startS * 1_000_000_000L);
  }

  void forward(long seconds) {
    nanos.addAndGet(seconds * 1_000_000_000L);
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
