// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import java.time.Instant;

/** The machine's own monotonic clock. */
public final class MachineTime implements TimeSource {

  @Override
  public long monotonicNanos() {
    return System.nanoTime();
  }

  @Override
  public Stamp at(long monotonicNanos) {
    return new Stamp(Instant.EPOCH, ClockQuality.unsynchronised(), "test", monotonicNanos);
  }
}
