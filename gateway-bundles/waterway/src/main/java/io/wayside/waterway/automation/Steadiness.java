// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.automation;

import java.time.Duration;

/**
 * When readings of a gauge are a level: one of them may be a wave or a mistake.
 *
 * @param readings so many at least
 * @param lasting over so long at least
 * @param scatterM within so much of each other, but for one in ten
 */
public record Steadiness(int readings, Duration lasting, double scatterM) {

  private static final int USUAL_READINGS = 3;
  private static final Duration USUAL_LASTING = Duration.ofSeconds(60);
  private static final double USUAL_SCATTER_M = 1;

  public Steadiness {
    if (readings < 1 || lasting.isNegative() || !(scatterM >= 0)) {
      throw new IllegalArgumentException(
          readings + " readings over " + lasting + " within " + scatterM + " m");
    }
  }

  /** Longer than the waves of a passing ship's bow, shorter than any flood. */
  public static Steadiness usual() {
    return new Steadiness(USUAL_READINGS, USUAL_LASTING, USUAL_SCATTER_M);
  }
}
