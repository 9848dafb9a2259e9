// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.water;

import java.util.SplittableRandom;

/** Sun, clouds and wind over one place. By a textbook formula that is good to half a degree. */
public final class Sky {

  private static final double DAY_S = 86_400;

  private final double latitudeDeg;
  private final double longitudeDeg;
  private final int firstDayOfYear;
  private final Weather weather;
  private final double[] cloudOfDay;
  private final double[] windOfDay;

  /**
   * Of a place.
   *
   * @param firstDayOfYear day of the year on which second 0, midnight UTC, falls
   */
  public Sky(
      double latitudeDeg,
      double longitudeDeg,
      int firstDayOfYear,
      Weather weather,
      int days,
      long seed) {
    this.latitudeDeg = latitudeDeg;
    this.longitudeDeg = longitudeDeg;
    this.firstDayOfYear = firstDayOfYear;
    this.weather = weather;
    SplittableRandom random = new SplittableRandom(seed ^ 0xC10D);
    cloudOfDay = new double[days + 2];
    windOfDay = new double[days + 2];
    for (int day = 0; day < days + 2; day++) {
      boolean storm = weather.on(day) == Weather.STORM;
      cloudOfDay[day] = storm ? 0.6 + 0.35 * random.nextDouble() : 0.6 * random.nextDouble();
      windOfDay[day] = storm ? 10 + 10 * random.nextDouble() : 1 + 4 * random.nextDouble();
    }
  }

  public double elevationDeg(double seconds) {
    double day = firstDayOfYear + seconds / DAY_S;
    double year = 2 * Math.PI * (day - 81) / 365;
    double equationMin = 9.87 * Math.sin(2 * year) - 7.53 * Math.cos(year) - 1.5 * Math.sin(year);
    double declination = Math.toRadians(23.44) * Math.sin(2 * Math.PI * (day + 284) / 365);
    double solarS = seconds + longitudeDeg * 240 + equationMin * 60;
    double hour = 2 * Math.PI * (solarS / DAY_S - 0.5);
    double latitude = Math.toRadians(latitudeDeg);
    return Math.toDegrees(
        Math.asin(
            Math.sin(latitude) * Math.sin(declination)
                + Math.cos(latitude) * Math.cos(declination) * Math.cos(hour)));
  }

  /** Share of the sky covered, 0 to 1. */
  public double cloud(double seconds) {
    return cloudOfDay[dayOf(seconds)];
  }

  public double windMps(double seconds) {
    return windOfDay[dayOf(seconds)];
  }

  public boolean stormy(double seconds) {
    return weather.on(dayOf(seconds)) == Weather.STORM;
  }

  /** What a photocell looks at: dusk comes earlier under clouds. */
  public boolean darkForPhotocell(double seconds) {
    return elevationDeg(seconds) < -1.5 + 2 * cloud(seconds);
  }

  private int dayOf(double seconds) {
    return (int) Math.max(0, Math.min(cloudOfDay.length - 1, seconds / DAY_S));
  }
}
