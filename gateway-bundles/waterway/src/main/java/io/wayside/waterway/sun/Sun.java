// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.sun;

import java.time.Instant;

/**
 * Where the sun stands, by the low-precision formulas of Meeus, Astronomical Algorithms, chapter
 * 25, which NOAA's solar calculator uses too: good to 0.02° from 1900 to 2100, the refraction of
 * the air aside.
 */
public final class Sun {

  /** The upper edge touches the horizon: refraction 34', half the sun's width 16'. */
  public static final double HORIZON_DEG = -0.833;

  private static final double J2000_EPOCH_S = 946_728_000.0; // 2000-01-01T12:00:00Z
  private static final double SECONDS_PER_DAY = 86_400.0;
  private static final double DAYS_PER_CENTURY = 36_525.0;

  private Sun() {}

  /**
   * The height of the sun's centre over the horizon in degrees, as if there were no air.
   *
   * @param latitudeDeg north is positive
   * @param longitudeDeg east is positive
   */
  public static double elevationDeg(Instant when, double latitudeDeg, double longitudeDeg) {
    double seconds = when.getEpochSecond() + when.getNano() / 1e9 - J2000_EPOCH_S;
    double days = seconds / SECONDS_PER_DAY;
    double century = days / DAYS_PER_CENTURY;
    double meanLongitude = 280.46646 + century * (36_000.76983 + century * 0.0003032);
    double anomaly = Math.toRadians(357.52911 + century * (35_999.05029 - century * 0.0001537));
    double centre =
        (1.914602 - century * (0.004817 + 0.000014 * century)) * Math.sin(anomaly)
            + (0.019993 - 0.000101 * century) * Math.sin(2 * anomaly)
            + 0.000289 * Math.sin(3 * anomaly);
    double node = Math.toRadians(125.04 - 1_934.136 * century);
    double longitude = Math.toRadians(meanLongitude + centre - 0.00569 - 0.00478 * Math.sin(node));
    double obliquity =
        Math.toRadians(23.43929111 - 0.013004167 * century + 0.00256 * Math.cos(node));
    double ascension = Math.atan2(Math.cos(obliquity) * Math.sin(longitude), Math.cos(longitude));
    double declination = Math.asin(Math.sin(obliquity) * Math.sin(longitude));
    // Greenwich sidereal time (chapter 12), nutation left out: less than 0.005°.
    double sidereal = 280.46061837 + 360.98564736629 * days + 0.000387933 * century * century;
    double hourAngle = Math.toRadians(sidereal + longitudeDeg) - ascension;
    double latitude = Math.toRadians(latitudeDeg);
    return Math.toDegrees(
        Math.asin(
            Math.sin(latitude) * Math.sin(declination)
                + Math.cos(latitude) * Math.cos(declination) * Math.cos(hourAngle)));
  }

  /**
   * Whether the sun has set, and stands a margin lower still: the margin is what photocells differ
   * by in when they switch.
   */
  public static boolean isNight(
      Instant when, double latitudeDeg, double longitudeDeg, double marginDeg) {
    return elevationDeg(when, latitudeDeg, longitudeDeg) < HORIZON_DEG - marginDeg;
  }

  /** Whether the sun has risen, and stands a margin higher still. */
  public static boolean isDay(
      Instant when, double latitudeDeg, double longitudeDeg, double marginDeg) {
    return elevationDeg(when, latitudeDeg, longitudeDeg) > HORIZON_DEG + marginDeg;
  }
}
