// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.weighlane;

import java.util.List;

/**
 * How a lane behaves.
 *
 * @param irregularShare share of vehicles, 0 to 1, that do one of the irregular manoeuvres
 * @param irregular the manoeuvres to choose from
 * @param noiseKg standard deviation of the load cells' noise at each conversion
 * @param driftKg amplitude of the slow drift of zero
 * @param driftPeriodS period of that drift
 */
public record LaneSettings(
    LaneTiming timing,
    double irregularShare,
    List<Manoeuvre> irregular,
    double noiseKg,
    double driftKg,
    double driftPeriodS) {

  public LaneSettings {
    if (!(irregularShare >= 0 && irregularShare <= 1)) {
      throw new IllegalArgumentException(
          "share of irregular vehicles " + irregularShare + " must lie between 0 and 1");
    }
    if (!(noiseKg >= 0 && driftKg >= 0 && driftPeriodS > 0)) {
      throw new IllegalArgumentException(
          "noise %s kg and drift %s kg must not be negative, its period %s s must be above zero"
              .formatted(noiseKg, driftKg, driftPeriodS));
    }
    irregular = List.copyOf(irregular);
    if (irregularShare > 0 && irregular.isEmpty()) {
      throw new IllegalArgumentException("irregular vehicles are asked for but no manoeuvre named");
    }
  }

  /** Everybody stops as told; 1 kg noise, 2 kg drift in a quarter of an hour. */
  public static LaneSettings orderly() {
    return new LaneSettings(LaneTiming.usual(), 0, List.of(), 1, 2, 900);
  }

  /** The same lane with that share of vehicles doing one of these manoeuvres. */
  public LaneSettings withIrregular(double share, Manoeuvre... manoeuvres) {
    return new LaneSettings(timing, share, List.of(manoeuvres), noiseKg, driftKg, driftPeriodS);
  }

  public LaneSettings withTiming(LaneTiming newTiming) {
    return new LaneSettings(newTiming, irregularShare, irregular, noiseKg, driftKg, driftPeriodS);
  }

  public LaneSettings withoutDisturbance() {
    return new LaneSettings(timing, irregularShare, irregular, 0, 0, driftPeriodS);
  }
}
