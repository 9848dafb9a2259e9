// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * The gateway's clock in a scene: it shows when the last scan was taken, so that samples arrive the
 * moment they are made, however fast the scene runs.
 */
final class SceneTime implements TimeSource {

  /** Wall time of a scene's first sample; the law of that day applies. */
  static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  private final LongSupplier scans;
  private final double rateHz;

  SceneTime(LongSupplier scans, double rateHz) {
    this.scans = scans;
    this.rateHz = rateHz;
  }

  @Override
  public long monotonicNanos() {
    return Math.round(Math.max(0, scans.getAsLong() - 1) * 1e9 / rateHz);
  }

  @Override
  public Stamp at(long monotonicNanos) {
    return new Stamp(
        BEGIN.plusNanos(monotonicNanos), ClockQuality.unsynchronised(), "scene", monotonicNanos);
  }
}
