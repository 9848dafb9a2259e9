// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.aidcommands;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import java.time.Instant;

/** Seconds of a simulated world. */
final class RigTime implements TimeSource {

  static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
  private static final long NANOS = 1_000_000_000L;

  private int second;

  int second() {
    return second;
  }

  void tick() {
    second++;
  }

  static int secondOf(Stamp stamp) {
    return (int) (stamp.monotonicNanos() / NANOS);
  }

  @Override
  public long monotonicNanos() {
    return second * NANOS;
  }

  @Override
  public Stamp at(long monotonicNanos) {
    return new Stamp(
        BEGIN.plusNanos(monotonicNanos), ClockQuality.synchronisedBy("rig"), "rig", monotonicNanos);
  }
}
