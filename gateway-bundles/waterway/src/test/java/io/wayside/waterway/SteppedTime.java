// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import java.time.Instant;

/** Time that goes as the test says. */
final class SteppedTime implements TimeSource {

  static final long S = 1_000_000_000L;

  private volatile long nanos;
  private volatile Instant zero;
  private volatile ClockQuality clock = ClockQuality.synchronisedBy("ntp");

  /**
   * @param zero wall time at the zero of the monotonic clock
   */
  SteppedTime(String zero) {
    this.zero = Instant.parse(zero);
  }

  void set(long now) {
    nanos = now;
  }

  void step(long seconds) {
    zero = zero.plusSeconds(seconds);
  }

  void unsynchronised() {
    clock = ClockQuality.unsynchronised();
  }

  @Override
  public long monotonicNanos() {
    return nanos;
  }

  @Override
  public Stamp at(long at) {
    return new Stamp(zero.plusNanos(at), clock, "boot", at);
  }
}
