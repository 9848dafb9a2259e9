// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.gate;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.rig.scenarios.parking.LotClock;
import java.time.Duration;
import java.time.Instant;

/** What the gateway takes for the time; after a restart its wall clock may be wrong. */
final class GateClock implements TimeSource {

  private final LotClock truth;
  private Duration wrong = Duration.ZERO;
  private int boot = 1;

  GateClock(LotClock truth) {
    this.truth = truth;
  }

  /** Boots anew; a clock that is wrong by something follows nothing. */
  void boots(Duration wrongBy) {
    boot++;
    wrong = wrongBy;
  }

  @Override
  public long monotonicNanos() {
    return truth.monotonicNanos();
  }

  @Override
  public Stamp at(long monotonicNanos) {
    Instant then = truth.wall().plusNanos(monotonicNanos - truth.monotonicNanos());
    ClockQuality quality =
        wrong.isZero() ? ClockQuality.synchronisedBy("ntp") : ClockQuality.unsynchronised();
    return new Stamp(then.plus(wrong), quality, "rig-" + boot, monotonicNanos);
  }
}
