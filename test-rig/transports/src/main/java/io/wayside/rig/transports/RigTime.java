// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.transports;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import java.time.Clock;

/** This machine's own time. */
public final class RigTime implements TimeSource {

  @Override
  public long monotonicNanos() {
    return System.nanoTime();
  }

  @Override
  public Stamp at(long monotonicNanos) {
    return new Stamp(
        Clock.systemUTC().instant(), ClockQuality.synchronisedBy("ntp"), "boot-1", monotonicNanos);
  }
}
