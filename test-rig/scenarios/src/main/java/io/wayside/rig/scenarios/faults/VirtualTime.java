// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.faults;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.rig.simulators.clock.RigClock;
import java.time.Instant;

/** The house's time taken from the rig's clock. */
final class VirtualTime implements TimeSource {

  private final RigClock clock;
  private final Instant start;

  VirtualTime(RigClock clock) {
    this.clock = clock;
    this.start = clock.instant().minusNanos(clock.nanos());
  }

  /** Wall time at which the rig's clock was zero. */
  Instant start() {
    return start;
  }

  @Override
  public long monotonicNanos() {
    return clock.nanos();
  }

  @Override
  public Stamp at(long monotonicNanos) {
    return new Stamp(
        start.plusNanos(monotonicNanos), ClockQuality.synchronisedBy("rig"), "rig", monotonicNanos);
  }
}
