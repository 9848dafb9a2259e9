// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.parking;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import java.time.Instant;

/** The time of the simulated car park; only the world moves it. */
public final class LotClock implements TimeSource {

  private static final Instant ORIGIN = Instant.parse("2026-03-02T00:00:00Z");

  private long nanos = 1_000_000_000L;

  public void pass(long ms) {
    nanos += ms * 1_000_000;
  }

  public Instant wall() {
    return ORIGIN.plusNanos(nanos);
  }

  @Override
  public long monotonicNanos() {
    return nanos;
  }

  @Override
  public Stamp at(long monotonicNanos) {
    return new Stamp(
        ORIGIN.plusNanos(monotonicNanos),
        ClockQuality.synchronisedBy("ntp"),
        "rig-1",
        monotonicNanos);
  }
}
