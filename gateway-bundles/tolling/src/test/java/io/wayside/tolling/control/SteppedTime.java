// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import java.time.Instant;

/** Time that a test sets; each start of the gateway has a boot of its own. */
public final class SteppedTime implements TimeSource {

  /** 10:00 in Vietnam. */
  static final Instant ORIGIN = Instant.parse("2026-11-21T03:00:00Z");

  private volatile long nanos = 1_000_000_000L;

  public void to(long monotonicNanos) {
    nanos = Math.max(nanos, monotonicNanos);
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
        "boot-1",
        monotonicNanos);
  }
}
