// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import java.time.Duration;
import java.time.Instant;

/**
 * When something happened, and how far the clock may have been off either way; no doubt when it was
 * sound.
 */
public record Moment(Instant at, Duration doubt) {

  public Moment {
    if (doubt.isNegative()) {
      throw new IllegalArgumentException("a doubt of " + doubt + " is none; give its size");
    }
  }

  /** By a clock that was right. */
  public static Moment sure(Instant at) {
    return new Moment(at, Duration.ZERO);
  }

  /**
   * As a stamp says it; a clock that follows nothing may be off by what is known, or by the plan.
   */
  public static Moment of(Stamp stamp, Plan plan) {
    boolean suspect = stamp.clock().state() == ClockQuality.State.UNSYNCHRONISED;
    Duration usual = Duration.ofMillis(plan.limits().clockDoubtMs());
    return new Moment(
        stamp.wall(),
        suspect ? stamp.clock().offset().map(Duration::abs).orElse(usual) : Duration.ZERO);
  }

  boolean isSuspect() {
    return !doubt.isZero();
  }
}
