// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.interval;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Values in steps, for mean and percentiles in bounded memory. */
final class Histogram {

  private final double step;
  private final int most;
  private final TreeMap<Integer, Integer> counts = new TreeMap<>();
  private double least = Double.POSITIVE_INFINITY;
  private double greatest = Double.NEGATIVE_INFINITY;
  private double sum;
  private int n;

  /**
   * Without values.
   *
   * @param step how fine percentiles are
   * @param top larger values count as this one in percentiles
   */
  Histogram(double step, double top) {
    this.step = step;
    this.most = (int) Math.ceil(top / step);
  }

  void add(double value) {
    counts.merge((int) Math.min(most, Math.max(0, Math.floor(value / step))), 1, Integer::sum);
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
    sum += value;
    n++;
  }

  int n() {
    return n;
  }

  OptionalDouble mean() {
    return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / n);
  }

  /**
   * The value that this share of all values does not exceed, within a step, and no less or more
   * than any.
   */
  OptionalDouble percentile(double share) {
    double wanted = share * n;
    double seen = 0;
    for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
      if (seen + entry.getValue() >= wanted) {
        double within = (entry.getKey() + (wanted - seen) / entry.getValue()) * step;
        return OptionalDouble.of(Math.max(least, Math.min(greatest, within)));
      }
      seen += entry.getValue();
    }
    return OptionalDouble.empty();
  }
}
