// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.talker;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A weather station whose wind is gusty and whose pressure falls slowly. */
public final class WeatherStation implements Instrument {

  private final double windMps;
  private final double fromDeg;
  private final double pressurePa;
  private final double airCel;
  private final Random random;

  public WeatherStation(
      double windMps, double fromDeg, double pressurePa, double airCel, long seed) {
    this.windMps = windMps;
    this.fromDeg = fromDeg;
    this.pressurePa = pressurePa;
    this.airCel = airCel;
    this.random = new Random(seed);
  }

  /** 50 Pa an hour. */
  public double pressurePa(double seconds) {
    return pressurePa - 50 * seconds / 3_600;
  }

  @Override
  public List<String> says(double seconds) {
    double wind = Math.max(0, windMps * (1 + 0.3 * random.nextGaussian()));
    double bar = pressurePa(seconds) / 100_000;
    return List.of(
        String.format(Locale.ROOT, "WIMWV,%.1f,R,%.1f,M,A", fromDeg, wind),
        String.format(
            Locale.ROOT,
            "WIMDA,%.4f,I,%.5f,B,%.1f,C,,,81.5,,,C,%.1f,T,,M,%.1f,N,%.1f,M",
            bar * 29.53,
            bar,
            airCel,
            fromDeg,
            wind * 3_600 / 1_852,
            wind));
  }
}
