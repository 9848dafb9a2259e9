// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.rhythm;

import java.util.Arrays;
import java.util.Optional;

/**
 * The two levels that samples have: the split that leaves both sides as alike as can be, then the
 * median of each side.
 *
 * @param dark the lower
 * @param lit the higher
 */
record TwoLevels(double dark, double lit) {

  private static final double CLEAR = 0.5;
  private static final int FEWEST = 8;

  double rise() {
    return lit - dark;
  }

  double middle() {
    return (dark + lit) / 2;
  }

  /** Empty where the samples have one level, or spread too much to tell. */
  static Optional<TwoLevels> in(double[] samples) {
    if (samples.length < FEWEST) {
      return Optional.empty();
    }
    double[] sorted = samples.clone();
    Arrays.sort(sorted);
    int split = split(sorted);
    if (split == 0) {
      return Optional.empty();
    }
    TwoLevels levels =
        new TwoLevels(at(sorted, 0, split, 0.5), at(sorted, split, sorted.length, 0.5));
    double spread = at(sorted, 0, split, 0.9) - at(sorted, 0, split, 0.1);
    double above = at(sorted, split, sorted.length, 0.9) - at(sorted, split, sorted.length, 0.1);
    boolean clear = Math.max(spread, above) < CLEAR * levels.rise();
    return clear ? Optional.of(levels) : Optional.empty();
  }

  /** Where the variance between both sides is largest (Otsu); 0 where all are equal. */
  private static int split(double[] sorted) {
    double total = 0;
    for (double value : sorted) {
      total += value - sorted[0];
    }
    double below = 0;
    double best = 0;
    int split = 0;
    int count = sorted.length;
    for (int i = 1; i < count; i++) {
      below += sorted[i - 1] - sorted[0];
      double difference = (total - below) / (count - i) - below / i;
      double between = difference * difference * i * (count - i);
      if (between > best && sorted[i] > sorted[i - 1]) {
        best = between;
        split = i;
      }
    }
    return split;
  }

  private static double at(double[] sorted, int from, int to, double quantile) {
    return sorted[from + (int) Math.round(quantile * (to - from - 1))];
  }
}
