// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

import io.wayside.rig.simulators.clock.RigClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The reader's own clocks: the time of day, which may be wrong, and the time since it started. */
final class ReaderTime {

  private final RigClock clock;
  private final boolean utc;
  private Duration wrongBy = Duration.ZERO;
  private long startedNanos;

  ReaderTime(RigClock clock, boolean utc) {
    this.clock = clock;
    this.utc = utc;
    restart();
  }

  void restart() {
    startedNanos = clock.nanos();
  }

  void jump(Duration by) {
    wrongBy = wrongBy.plus(by);
  }

  boolean utc() {
    return utc;
  }

  /** What stamps are made of: UTC, or the time since the start where there is no clock. */
  long micros() {
    return utc
        ? ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant().plus(wrongBy))
        : (clock.nanos() - startedNanos) / 1000;
  }

  /** UTCTimestamp (128) or Uptime (129). */
  byte[] stamp() {
    return new Octets().tlv(utc ? 128 : 129, o -> o.u64(micros())).bytes();
  }
}
