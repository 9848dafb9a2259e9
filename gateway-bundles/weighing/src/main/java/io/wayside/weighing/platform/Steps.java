// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import java.util.Arrays;

/**
 * Measures steps of a signal: the difference of the means of two windows of {@code mean} points, a
 * gap of twice {@code half} points apart, so that a ramp fits into the gap.
 */
final class Steps {

  private final double[] signal;
  private final int half;
  private final int mean;

  Steps(double[] signal, int half, int mean) {
    this.signal = signal;
    this.half = Math.max(1, half);
    this.mean = Math.max(1, mean);
  }

  int reach() {
    return half + mean;
  }

  /** Height of the step at a point; up is positive. */
  double height(int at) {
    return after(at) - before(at);
  }

  double before(int at) {
    return meanOf(at - half - mean, at - half);
  }

  double after(int at) {
    return meanOf(at + half, at + half + mean);
  }

  /** Where the signal crosses halfway between the levels around a step, in points. */
  double crossing(int at, double share) {
    double level = before(at) + share * height(at);
    boolean up = height(at) > 0;
    double best = at;
    double nearest = Double.POSITIVE_INFINITY;
    int from = Math.max(1, at - reach());
    int to = Math.min(signal.length - 1, at + reach());
    for (int i = from; i <= to; i++) {
      double a = signal[i - 1];
      double b = signal[i];
      boolean crosses = up ? a < level && b >= level : a > level && b <= level;
      if (crosses) {
        double place = i - 1 + (level - a) / (b - a);
        if (Math.abs(place - at) < nearest) {
          nearest = Math.abs(place - at);
          best = place;
        }
      }
    }
    return best;
  }

  /** How long the whole ramp takes, in points, from its middle half. */
  double ramp(int at) {
    return 2 * Math.abs(crossing(at, 0.75) - crossing(at, 0.25));
  }

  private double meanOf(int from, int to) {
    int a = Math.max(0, Math.min(signal.length - 1, from));
    int b = Math.max(a + 1, Math.min(signal.length, to));
    double sum = 0;
    for (int i = a; i < b; i++) {
      sum += signal[i];
    }
    return sum / (b - a);
  }

  /** The value below which {@code share} of the points from {@code from} to {@code to} lie. */
  static double quantile(double[] signal, int from, int to, double share) {
    int a = Math.max(0, from);
    int b = Math.min(signal.length, to);
    if (b <= a) {
      return signal.length == 0 ? 0 : signal[Math.max(0, Math.min(signal.length - 1, a))];
    }
    double[] sorted = Arrays.copyOfRange(signal, a, b);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }
}
