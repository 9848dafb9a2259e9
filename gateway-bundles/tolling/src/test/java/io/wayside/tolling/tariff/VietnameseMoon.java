// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import java.time.LocalDate;
import java.time.temporal.JulianFields;

/**
 * Dates of the Vietnamese lunar calendar by its rules: months begin on the day of the new moon at
 * UTC+7, the eleventh month holds the winter solstice, a leap month is one without a principal
 * solar term. New moons and the sun's longitude by the series in Meeus, Astronomical Algorithms,
 * with the terms above a minute of time; good to minutes, which is enough unless a new moon falls
 * next to midnight.
 */
final class VietnameseMoon {

  private static final double MEAN_MONTH = 29.530588861;

  private VietnameseMoon() {}

  static LocalDate date(int lunarYear, int month, int day) {
    long eleventh = eleventhMonth(lunarYear - 1);
    long next = eleventhMonth(lunarYear);
    boolean leapYear = Math.round((newMoonDay(next) - newMoonDay(eleventh)) / MEAN_MONTH) == 13;
    int leapAt = Integer.MAX_VALUE;
    for (int i = 1; leapYear && i < 14; i++) {
      if (term(newMoonDay(eleventh + i)) == term(newMoonDay(eleventh + i + 1))) {
        leapAt = i;
        break;
      }
    }
    int offset = month + 1; // months after the eleventh, for months of the new year
    offset += offset >= leapAt ? 1 : 0;
    return LocalDate.MIN.with(JulianFields.JULIAN_DAY, newMoonDay(eleventh + offset) + day - 1);
  }

  /** Number of the new moon that begins the month of the winter solstice. */
  private static long eleventhMonth(int year) {
    long lastDay = LocalDate.of(year, 12, 31).getLong(JulianFields.JULIAN_DAY);
    long k = (long) Math.floor((lastDay - 2451550.1) / MEAN_MONTH);
    while (newMoonDay(k + 1) <= lastDay) {
      k++;
    }
    return term(newMoonDay(k)) >= 9 ? k - 1 : k;
  }

  /** The twelfth of the circle the sun is in when a local day begins; 9 begins at the solstice. */
  private static int term(long julianDay) {
    return (int) (sunDegrees(julianDay - 0.5 - 7 / 24.0) / 30);
  }

  /** Julian day of the local date on which the k-th new moon since 2000-01-06 falls. */
  private static long newMoonDay(long k) {
    return (long) Math.floor(newMoon(k) + 0.5 + 7 / 24.0);
  }

  private static double newMoon(long k) {
    double t = k / 1236.85;
    double jde = 2451550.09766 + MEAN_MONTH * k + 0.00015437 * t * t;
    double e = 1 - 0.002516 * t;
    double sun = 2.5534 + 29.10535670 * k;
    double moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t;
    double node = 160.7108 + 390.67050284 * k - 0.0016118 * t * t;
    jde +=
        -0.40720 * sin(moon)
            + 0.17241 * e * sin(sun)
            + 0.01608 * sin(2 * moon)
            + 0.01039 * sin(2 * node)
            + 0.00739 * e * sin(moon - sun)
            - 0.00514 * e * sin(moon + sun)
            + 0.00208 * e * e * sin(2 * sun)
            - 0.00111 * sin(moon - 2 * node)
            - 0.00057 * sin(moon + 2 * node);
    return jde - 70 / 86_400.0; // dynamical time is ahead of UTC by about 70 s in these years
  }

  private static double sunDegrees(double julianDay) {
    double t = (julianDay - 2451545.0) / 36525;
    double anomaly = 357.52911 + 35999.05029 * t;
    double longitude =
        280.46646
            + 36000.76983 * t
            + (1.914602 - 0.004817 * t) * sin(anomaly)
            + 0.019993 * sin(2 * anomaly)
            - 0.00569; // aberration
    return (longitude % 360 + 360) % 360;
  }

  private static double sin(double degrees) {
    return Math.sin(Math.toRadians(degrees));
  }
}
