// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.rig;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import java.time.Instant;

/** Time that a test sets; wall time begins with the year 2026. */
public final class SteppedTime implements TimeSource {

  private static final Instant ORIGIN = Instant.parse("2026-01-01T00:00:00Z");

  private volatile long nanos;
  private volatile ClockQuality quality = ClockQuality.synchronisedBy("ntp");

  public void set(long monotonicNanos) {
    nanos = monotonicNanos;
  }

  public void quality(ClockQuality newQuality) {
    quality = newQuality;
  }

  @Override
  public long monotonicNanos() {
    return nanos;
  }

  @Override
  public Stamp at(long monotonicNanos) {
    return new Stamp(ORIGIN.plusNanos(monotonicNanos), quality, "boot-1", monotonicNanos);
  }
}
