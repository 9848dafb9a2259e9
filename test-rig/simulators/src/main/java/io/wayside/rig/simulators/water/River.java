// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.water;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Level and current of a tidal river. Level in metres over the zero of its gauge. */
public final class River {

  private static final double DAY_S = 86_400;

  /** Periods of the moon's and the sun's half-day tides and of the daily one, in seconds. */
  private static final double M2_S = 44_714.16;

  private static final double S2_S = 43_200;
  private static final double K1_S = 86_164.09;

  private static final double STEP_S = 600;

  private record Wave(double crestS, double heightM, double riseS, double fallS) {
    double at(double seconds) {
      double from = seconds - crestS;
      double width = from < 0 ? riseS : fallS;
      return heightM * Math.exp(-(from / width) * (from / width));
    }
  }

  private final Weather weather;
  private final List<Wave> waves = new ArrayList<>();

  public River(Weather weather, int days, long seed) {
    this.weather = weather;
    SplittableRandom random = new SplittableRandom(seed ^ 0x51ED);
    for (int day = 0; day < days; day++) {
      double chance =
          switch (weather.on(day)) {
            case STORM -> 0.15;
            case CALM -> 0.02;
            default -> 0;
          };
      if (random.nextDouble() < chance) {
        waves.add(
            new Wave(
                (day + random.nextDouble()) * DAY_S,
                0.6 + 1.4 * random.nextDouble(),
                0.7 * DAY_S,
                3 * DAY_S));
      }
    }
  }

  public double levelM(double seconds) {
    double flood = waves.stream().mapToDouble(wave -> wave.at(seconds)).sum();
    double moon = 0.7 * Math.cos(2 * Math.PI * seconds / M2_S);
    double sun = 0.25 * Math.cos(2 * Math.PI * seconds / S2_S);
    double daily = 0.3 * Math.cos(2 * Math.PI * seconds / K1_S + 1);
    return baseM(seconds) + flood + moon + sun + daily;
  }

  /** Low water comes and goes within two days, as rivers do it. */
  private double baseM(double seconds) {
    double days = seconds / DAY_S;
    double before = base((int) Math.floor(days) - 1);
    double after = base((int) Math.floor(days));
    double share = days - Math.floor(days);
    return before + (after - before) * share;
  }

  private double base(int day) {
    return weather.on(Math.max(0, day)) == Weather.LOW_WATER ? 0.2 : 1.6;
  }

  /** Along the river in metres a second, downstream is positive; it turns with the tide. */
  public double currentMps(double seconds) {
    double rising = (levelM(seconds + STEP_S) - levelM(seconds - STEP_S)) / (2 * STEP_S);
    return 0.35 - 5_500 * rising;
  }
}
