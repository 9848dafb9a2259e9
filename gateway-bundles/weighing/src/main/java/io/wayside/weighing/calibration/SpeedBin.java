// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.calibration;

/**
 * Runs of like speed.
 *
 * @param meanSpeedMps of the runs
 * @param runs how many
 * @param meanRatio measured over known
 * @param deviationPercent standard deviation of the ratios; NaN for a single run
 * @param factor what this bin would need beyond the common factor
 */
public record SpeedBin(
    double meanSpeedMps, int runs, double meanRatio, double deviationPercent, double factor) {}
