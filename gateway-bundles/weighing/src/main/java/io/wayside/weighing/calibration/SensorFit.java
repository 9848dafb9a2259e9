// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.calibration;

import java.util.List;

/**
 * What the runs say about one sensor.
 *
 * @param used runs that were used
 * @param factor the constant in force must be multiplied by it: the number of runs over the sum of
 *     measured over known
 * @param factorPercent expanded uncertainty (k = 2) of the factor
 * @param slope factor by least squares through the origin, for comparison
 * @param offsetN known load where nothing is measured, by a straight line; NaN when all known loads
 *     are alike
 * @param offsetUncertaintyN half width of its 95 % interval
 * @param residualPercent standard deviation of what remains after the factor
 * @param largestResidualPercent the largest of the runs used, with its sign
 * @param bins by speed
 * @param speedProbability how likely bins differ as much by chance; NaN with fewer than two bins
 * @param speedMatters whether the bins differ in earnest, so that a table of factors is proposed
 * @param outliers what was left out
 */
public record SensorFit(
    String sensor,
    int used,
    double factor,
    double factorPercent,
    double slope,
    double offsetN,
    double offsetUncertaintyN,
    double residualPercent,
    double largestResidualPercent,
    List<SpeedBin> bins,
    double speedProbability,
    boolean speedMatters,
    List<Outlier> outliers) {

  public SensorFit {
    bins = List.copyOf(bins);
    outliers = List.copyOf(outliers);
  }

  /** Whether the offset is surely not zero: the baseline is to be looked at. */
  public boolean offsetMatters() {
    return Math.abs(offsetN) > offsetUncertaintyN;
  }

  /** Relative factor at a speed; 1 when speed does not matter. Between bins by straight lines. */
  public double speedFactor(double speedMps) {
    if (!speedMatters) {
      return 1;
    }
    SpeedBin below = bins.get(0);
    for (SpeedBin bin : bins) {
      if (bin.meanSpeedMps() >= speedMps) {
        double width = bin.meanSpeedMps() - below.meanSpeedMps();
        double share = width > 0 ? Math.max(0, (speedMps - below.meanSpeedMps()) / width) : 0;
        return below.factor() + share * (bin.factor() - below.factor());
      }
      below = bin;
    }
    return below.factor();
  }
}
