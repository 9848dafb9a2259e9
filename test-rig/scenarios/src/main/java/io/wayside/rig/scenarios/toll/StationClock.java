// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The gateway's time of day over the world's time; scenarios step it. */
final class StationClock {

  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Instant BEGINS = Instant.parse("2026-03-04T03:00:00Z");

  private Instant origin = BEGINS;

  Instant at(long nanos) {
    return origin.plusNanos(nanos);
  }

  LocalDate day(long nanos) {
    return LocalDate.ofInstant(at(nanos), ZONE);
  }

  void step(Duration by) {
    origin = origin.plus(by);
  }

  /** It is so long before the next midnight of the station. */
  void beforeMidnight(long nanos, Duration by) {
    Instant midnight = day(nanos).plusDays(1).atStartOfDay(ZONE).toInstant();
    origin = midnight.minus(by).minusNanos(nanos);
  }
}
