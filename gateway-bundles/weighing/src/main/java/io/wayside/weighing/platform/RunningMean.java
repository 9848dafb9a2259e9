// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

/** Means of a signal around its points, over a span that need not be a whole number of points. */
final class RunningMean {

  private final double[] sums;
  private final double half;

  /**
   * @param points span of the mean
   */
  RunningMean(double[] signal, double points) {
    this.half = Math.max(1, points) / 2;
    this.sums = new double[signal.length + 1];
    for (int i = 0; i < signal.length; i++) {
      sums[i + 1] = sums[i] + signal[i];
    }
  }

  /** Mean around a point; near an end over what there is. */
  double at(int point) {
    double from = Math.max(0, point + 0.5 - half);
    double to = Math.min(sums.length - 1, point + 0.5 + half);
    return to > from ? (sum(to) - sum(from)) / (to - from) : 0;
  }

  private double sum(double place) {
    int below = (int) Math.min(sums.length - 2, Math.floor(place));
    return sums[below] + (place - below) * (sums[below + 1] - sums[below]);
  }
}
