// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.loadcell;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that a test moves on. */
final class SimulatedTime implements TimeSource {

  private final AtomicLong now = new AtomicLong(1_000_000_000_000L);

  @Override
  public long monotonicNanos() {
    return now.get();
  }

  long pass(long nanos) {
    return now.addAndGet(nanos);
  }

  @Override
  public Stamp at(long monotonicNanos) {
    return new Stamp(Instant.EPOCH, ClockQuality.unsynchronised(), "test", monotonicNanos);
  }
}
