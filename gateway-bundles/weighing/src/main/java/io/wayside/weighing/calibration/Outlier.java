// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.calibration;

/**
 * A run that was left out.
 *
 * @param deviationPercent how far its ratio is from the median of its speed bin
 * @param score the same in robust standard deviations
 */
public record Outlier(Run run, double deviationPercent, double score) {}
