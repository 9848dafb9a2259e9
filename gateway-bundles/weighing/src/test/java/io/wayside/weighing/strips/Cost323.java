// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/** Relative errors of one criterion, and the δmin of COST 323 for site I, reproducibility R1. */
final class Cost323 {

  private static final double C_R1 = 2.155;

  private final String name;
  private final List<Double> errors = new ArrayList<>();
  private int covered;
  private double expanded;

  Cost323(String name) {
    this.name = name;
  }

  void add(double measured, double truth, double uncertainty) {
    errors.add((measured / truth - 1) * 100);
    expanded += uncertainty / truth * 100;
    if (Math.abs(measured - truth) <= uncertainty) {
      covered++;
    }
  }

  double mean() {
    return errors.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  double deviation() {
    double mean = mean();
    double squares = errors.stream().mapToDouble(e -> (e - mean) * (e - mean)).sum();
    return Math.sqrt(squares / (errors.size() - 1));
  }

  /** Share of the truths within the stated uncertainty. */
  double coverage() {
    return (double) covered / errors.size();
  }

  /** Mean expanded uncertainty, per cent. */
  double uncertainty() {
    return expanded / errors.size();
  }

  double deltaMin() {
    int n = errors.size();
    if (n < 3) {
      return Double.NaN;
    }
    TDistribution student = new TDistribution(n - 1.0);
    double t = student.inverseCumulativeProbability(0.975);
    double wanted = 2 * new NormalDistribution().cumulativeProbability(C_R1 - t / Math.sqrt(n)) - 1;
    double low = 0;
    double high = 200;
    for (int i = 0; i < 60; i++) {
      double delta = (low + high) / 2;
      double above =
          student.cumulativeProbability((delta - mean()) / deviation() - t / Math.sqrt(n));
      double below =
          student.cumulativeProbability((delta + mean()) / deviation() - t / Math.sqrt(n));
      if (above + below - 1 < wanted) {
        low = delta;
      } else {
        high = delta;
      }
    }
    return high;
  }

  @Override
  public String toString() {
    return String.format(
        "%-14s n %4d  m %+.2f  s %.2f  delta-min %.2f  U %.2f  covered %.1f %%",
        name,
        errors.size(),
        mean(),
        deviation(),
        deltaMin(),
        expanded / errors.size(),
        coverage() * 100);
  }
}
