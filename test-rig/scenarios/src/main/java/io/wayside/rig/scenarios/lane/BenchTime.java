// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.lane;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import java.time.Clock;

/** This machine's time, of which nobody knows whether it is right. */
public final class BenchTime implements TimeSource {

  private final Clock clock = Clock.systemUTC();

  @Override
  public long monotonicNanos() {
    return System.nanoTime();
  }

  @Override
  public Stamp at(long monotonicNanos) {
    return new Stamp(
        clock.instant().plusNanos(monotonicNanos - System.nanoTime()),
        ClockQuality.unsynchronised(),
        "bench",
        monotonicNanos);
  }
}
