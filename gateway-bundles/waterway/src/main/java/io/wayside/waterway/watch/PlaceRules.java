// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.watch;

/**
 * When an aid is off its station.
 *
 * @param wanted so many of the last {@link #of} good fixes must say so
 * @param everyNanos fixes closer together have the same error and are one
 * @param hdop a fix with more is not good
 * @param sigmaM one standard deviation of a fix that tells none
 * @param perHdopM the same of a fix that tells its dilution alone, for each one of it
 * @param antennaM from what the chart shows to the antenna
 * @param radiusM a circle set by hand, for a buoy whose mooring is not known; 0 is none
 * @param fastestMps a fix that would need more from the last one is wild
 * @param nearNanos what is less than three deviations outside must be so for this long
 */
public record PlaceRules(
    int wanted,
    int of,
    long everyNanos,
    double hdop,
    double sigmaM,
    double perHdopM,
    double antennaM,
    double radiusM,
    double fastestMps,
    long nearNanos) {

  /** Deviations that belong to the circle of a mooring. */
  static final double SWING_SIGMAS = 2;

  /** Deviations that are the circle of what cannot swing. */
  static final double FIXED_SIGMAS = 3;

  /** Further deviations beyond which no patience is needed. */
  static final double CLEAR_SIGMAS = 3;

  static final double CLEARED = 0.8;

  public PlaceRules {
    if (wanted < 1 || of < wanted) {
      throw new IllegalArgumentException(wanted + " of " + of + " fixes cannot be");
    }
  }

  /** Four of five fixes a minute apart or more. */
  public static PlaceRules usual() {
    return new PlaceRules(4, 5, 55 * Span.SECOND, 3, 10, 4, 0, 0, 30, Span.HOUR);
  }

  /** With what is known of one aid. */
  public PlaceRules with(double oneSigmaM, double oneAntennaM, double oneRadiusM) {
    return new PlaceRules(
        wanted,
        of,
        everyNanos,
        hdop,
        oneSigmaM,
        perHdopM,
        oneAntennaM,
        oneRadiusM,
        fastestMps,
        nearNanos);
  }
}
