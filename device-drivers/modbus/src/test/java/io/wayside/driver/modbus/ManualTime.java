// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import java.time.Instant;

/** Time that a test moves. */
final class ManualTime implements TimeSource {

  static final long MS = 1_000_000L;

  private long nanos = 5_000 * MS;

  void passMs(long ms) {
    nanos += ms * MS;
  }

  void passNanos(long more) {
    nanos += more;
  }

  @Override
  public long monotonicNanos() {
    return nanos;
  }

  @Override
  public Stamp at(long monotonicNanos) {
    return new Stamp(Instant.EPOCH, ClockQuality.unsynchronised(), "test", monotonicNanos);
  }
}
