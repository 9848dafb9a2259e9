// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.tollkill;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** The machine's time, but for the waiting on the road, which is leapt over. */
final class LeapingTime implements TimeSource {

  private final AtomicLong leaptNanos = new AtomicLong();
  private final Instant wall = Clock.systemUTC().instant();
  private final long began = System.nanoTime();

  void leap(long ms) {
    leaptNanos.addAndGet(ms * 1_000_000);
  }

  @Override
  public long monotonicNanos() {
    return System.nanoTime() + leaptNanos.get();
  }

  @Override
  public Stamp at(long monotonicNanos) {
    return new Stamp(
        wall.plusNanos(monotonicNanos - began),
        ClockQuality.synchronisedBy("ntp"),
        "rig-" + ProcessHandle.current().pid(),
        monotonicNanos);
  }
}
