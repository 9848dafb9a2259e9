// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.calibration;

/**
 * How runs are fitted.
 *
 * @param binMps width of a speed bin
 * @param outlierScore runs whose robust score is larger are left out and listed; 3.5 is the usual
 *     figure for scores by the median of absolute deviations
 * @param referencePercent expanded uncertainty (k = 2) of the known loads
 * @param significance probability below which a dependence on speed is taken as real
 * @param leastSpeedEffectPercent a real dependence smaller than this is not worth a table
 */
public record FitSettings(
    double binMps,
    double outlierScore,
    double referencePercent,
    double significance,
    double leastSpeedEffectPercent) {

  /** Bins of 20 km/h, loads known to 0.5 % as from a static weighbridge. */
  public static final FitSettings USUAL = new FitSettings(20 / 3.6, 3.5, 0.5, 0.05, 0.5);
}
