// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.fault;

import java.time.Duration;

/**
 * How often and how hard one kind of fault strikes.
 *
 * @param perFrame probability for each frame, 0 to 1
 * @param lasting how long, for kinds that last; otherwise zero
 * @param atMost how many bytes, bits or frames, for kinds that count; otherwise 0
 */
public record FaultRule(double perFrame, Duration lasting, int atMost) {

  static final FaultRule NEVER = new FaultRule(0, Duration.ZERO, 0);

  public FaultRule {
    if (!(perFrame >= 0 && perFrame <= 1)) {
      throw new IllegalArgumentException("perFrame " + perFrame + " must lie between 0 and 1");
    }
    if (lasting.isNegative()) {
      throw new IllegalArgumentException("lasting " + lasting + " must not be negative");
    }
    if (atMost < 0) {
      throw new IllegalArgumentException("atMost " + atMost + " must not be negative");
    }
  }

  public static FaultRule of(double perFrame) {
    return new FaultRule(perFrame, Duration.ZERO, 0);
  }

  public FaultRule lasting(Duration duration) {
    return new FaultRule(perFrame, duration, atMost);
  }

  public FaultRule atMost(int count) {
    return new FaultRule(perFrame, lasting, count);
  }
}
