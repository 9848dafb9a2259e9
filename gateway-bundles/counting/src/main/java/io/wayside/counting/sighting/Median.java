// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.sighting;

import java.util.Arrays;

/** The middle one, or the mean of the two in the middle. */
final class Median {

  private Median() {}

  static double of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
