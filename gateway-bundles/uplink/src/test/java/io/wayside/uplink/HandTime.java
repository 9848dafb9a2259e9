// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A clock moved by hand. */
final class HandTime implements TimeSource {

  private final AtomicLong nanos = new AtomicLong();

  void forwardMs(long milliseconds) {
    nanos.addAndGet(milliseconds * 1_000_000);
  }

  @Override
  public long monotonicNanos() {
    return nanos.get();
  }

  @Override
  public Stamp at(long monotonicNanos) {
    return new Stamp(
        Instant.parse("2026-11-21T05:00:00Z").plusNanos(monotonicNanos),
        ClockQuality.synchronisedBy("ntp"),
        "boot-1",
        monotonicNanos);
  }
}
