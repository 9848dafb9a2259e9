// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.accuracy;

/**
 * Student's and the normal distribution from their densities by Simpson's rule; no library, so that
 * it can judge one.
 */
final class StudentByHand {

  private static final int STEPS = 4000;

  private final double freedom;
  private final double scale;

  StudentByHand(int freedom) {
    this.freedom = freedom;
    this.scale = halfGamma(freedom + 1) / (Math.sqrt(freedom * Math.PI) * halfGamma(freedom));
  }

  /** Γ(k / 2) by its recurrence; good to about k = 300. */
  private static double halfGamma(int k) {
    double gamma = k % 2 == 0 ? 1 : Math.sqrt(Math.PI);
    for (int i = k % 2 == 0 ? 2 : 1; i < k; i += 2) {
      gamma *= i / 2.0;
    }
    return gamma;
  }

  double density(double x) {
    return scale * Math.pow(1 + x * x / freedom, -(freedom + 1) / 2);
  }

  /** The probability of less than x. */
  double below(double x) {
    return 0.5 + simpson(this::density, x);
  }

  /** The x below which this much probability lies, by halving. */
  double quantile(double probability) {
    double low = -1e3;
    double high = 1e3;
    for (int i = 0; i < 200; i++) {
      double middle = (low + high) / 2;
      if (below(middle) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  static double normalBelow(double x) {
    return 0.5 + simpson(t -> Math.exp(-t * t / 2) / Math.sqrt(2 * Math.PI), x);
  }

  /** From zero to x. */
  private static double simpson(java.util.function.DoubleUnaryOperator f, double x) {
    double h = x / STEPS;
    double sum = f.applyAsDouble(0) + f.applyAsDouble(x);
    for (int i = 1; i < STEPS; i++) {
      sum += f.applyAsDouble(i * h) * (i % 2 == 1 ? 4 : 2);
    }
    return sum * h / 3;
  }
}
