// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.bridge;

/**
 * Takes level and straight drift out of a series by least squares. Done to the strain and to each
 * column alike, it is the same as solving for level and drift together with the loads.
 */
final class Detrend {

  private Detrend() {}

  static double[] of(double[] values) {
    int n = values.length;
    double middle = (n - 1) / 2.0;
    double mean = 0;
    double slope = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      mean += values[i] / n;
      slope += (i - middle) * values[i];
      squares += (i - middle) * (i - middle);
    }
    slope = squares == 0 ? 0 : slope / squares;
    double[] rest = new double[n];
    for (int i = 0; i < n; i++) {
      rest[i] = values[i] - mean - slope * (i - middle);
    }
    return rest;
  }
}
