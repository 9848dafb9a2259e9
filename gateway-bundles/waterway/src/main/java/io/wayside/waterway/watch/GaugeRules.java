// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.watch;

/**
 * What is believed of a gauge.
 *
 * @param lowestM what the level never falls below, and what is below it is no level
 * @param highestM what it never rises above
 * @param fastestMph the fastest the water rises or falls, in metres an hour
 * @param slackM what is believed beyond that: waves, steps of the scale
 * @param silentNanos a level older than this is not the level now
 * @param stuckNanos a level that does not move at all for so long is no level
 * @param again so many readings in a row that agree with one another are believed after all
 */
public record GaugeRules(
    double lowestM,
    double highestM,
    double fastestMph,
    double slackM,
    long silentNanos,
    long stuckNanos,
    int again) {

  public GaugeRules {
    if (!(highestM > lowestM) || !(fastestMph > 0)) {
      throw new IllegalArgumentException(
          "a gauge goes from a lowest to a higher level, not from " + lowestM + " to " + highestM);
    }
  }

  /** Levels between these bounds; half a metre an hour, stuck after three days. */
  public static GaugeRules between(double lowestM, double highestM) {
    return new GaugeRules(lowestM, highestM, 0.5, 0.3, 2 * Span.HOUR, 3 * Span.DAY, 6);
  }
}
