// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

/**
 * How fast a channel's baseline and noise follow and how long its stretches are, in samples.
 *
 * @param baseRate share of a quiet sample's distance that the baseline follows
 * @param noiseRate the same for the noise
 * @param zeroRate share of any sample's distance that the mean of the signal follows
 * @param learn samples from which baseline and noise are first learnt
 * @param quiet samples of quiet signal wanted on each side of a burst
 * @param leastQuiet below this a gap between pulses carries no baseline
 * @param leastGuard taken into a pulse on each side at least
 * @param leastGap a pulse ends after so many samples below the threshold
 * @param shortest shorter pulses are spikes
 * @param longest a longer pulse is a wheel that stands or a baseline that jumped
 * @param floor lowest threshold, units
 * @param noiseMultiple threshold in standard deviations of the noise
 */
record Pace(
    double baseRate,
    double noiseRate,
    double zeroRate,
    int learn,
    int quiet,
    int leastQuiet,
    int leastGuard,
    int leastGap,
    int shortest,
    int longest,
    double floor,
    double noiseMultiple) {

  // 50 ms follow 5 °C/h and the undershoot behind an axle; 1 s of noise is 30 mains periods or
  // more.
  private static final double BASE_S = 0.05;
  private static final double NOISE_S = 1.0;
  private static final double ZERO_S = 60;
  private static final double LEARN_S = 0.1;
  // Two periods of 50 Hz.
  private static final double QUIET_S = 0.04;
  private static final double LEAST_QUIET_S = 0.003;
  private static final double LEAST_GUARD_S = 0.001;
  private static final double LEAST_GAP_S = 0.001;
  // 5 cm at 180 km/h.
  private static final double SHORTEST_S = 0.001;
  // 0.3 m at 1 km/h.
  private static final double LONGEST_S = 1.1;
  private static final double FOOTPRINT_M = 0.2;

  static Pace of(double samplesPerSecond, Half half, double stripWidthM, StripRules rules) {
    double peakPerNewton = 1 / (half.newtonsPerUnitMetre() * (FOOTPRINT_M + stripWidthM));
    return new Pace(
        1 / (BASE_S * samplesPerSecond),
        1 / (NOISE_S * samplesPerSecond),
        1 / (ZERO_S * samplesPerSecond),
        count(LEARN_S, samplesPerSecond, 16),
        count(QUIET_S, samplesPerSecond, 8),
        count(LEAST_QUIET_S, samplesPerSecond, 3),
        count(LEAST_GUARD_S, samplesPerSecond, 1),
        count(LEAST_GAP_S, samplesPerSecond, 1),
        count(SHORTEST_S, samplesPerSecond, 2),
        count(LONGEST_S, samplesPerSecond, 64),
        rules.leastWheelN() * peakPerNewton / 2,
        rules.noiseMultiple());
  }

  private static int count(double seconds, double samplesPerSecond, int least) {
    return Math.max(least, (int) Math.round(seconds * samplesPerSecond));
  }
}
