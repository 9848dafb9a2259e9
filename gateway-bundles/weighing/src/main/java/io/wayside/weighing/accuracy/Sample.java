// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.accuracy;

import java.util.Collection;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Relative errors of one criterion, as COST 323 counts them.
 *
 * @param n how many
 * @param mean mean in percent
 * @param deviation standard deviation in percent, with n - 1; NaN for fewer than two
 */
public record Sample(int n, double mean, double deviation) {

  public static Sample of(Collection<Double> errorsPercent) {
    double mean = errorsPercent.stream().mapToDouble(e -> e).average().orElse(Double.NaN);
    double squares = errorsPercent.stream().mapToDouble(e -> (e - mean) * (e - mean)).sum();
    int n = errorsPercent.size();
    return new Sample(n, mean, n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1)));
  }

  /** Whether a scatter can be told at all. */
  public boolean hasScatter() {
    return n >= 2;
  }

  /** Half width of the 95 % interval of the mean, in standard deviations: t(0.975, n - 1) / √n. */
  public double meanReach() {
    return student().inverseCumulativeProbability(0.975) / Math.sqrt(n);
  }

  TDistribution student() {
    return new TDistribution(n - 1.0);
  }
}
