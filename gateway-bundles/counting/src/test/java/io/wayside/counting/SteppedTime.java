// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Time that goes as the test says. */
final class SteppedTime implements TimeSource {

  private static final Instant BEGIN = Instant.parse("2026-11-22T00:00:00Z");

  private final AtomicLong nanos = new AtomicLong();

  void set(long now) {
    nanos.set(now);
  }

  @Override
  public long monotonicNanos() {
    return nanos.get();
  }

  @Override
  public Stamp at(long at) {
    return new Stamp(BEGIN.plusNanos(at), ClockQuality.unsynchronised(), "boot", at);
  }
}
