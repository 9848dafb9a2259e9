// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import java.util.Arrays;

/**
 * Matches two rising lists of times in order: dynamic programming over pairs, skips on either side
 * and what they cost.
 *
 * @param partner for each expected time the index of its observed one, −1 when it has none
 * @param cost squared distances in tolerances, and {@link #SKIP} for each skip
 */
@SuppressWarnings("ArrayRecordComponent") // made and read at once
record Alignment(int[] partner, double cost) {

  /** Two skips cost more than a pair at the tolerance: a pair is preferred up to 1.1 tolerances. */
  static final double SKIP = 0.6;

  static Alignment of(double[] expected, double[] observed, double tolerance) {
    int n = expected.length;
    int m = observed.length;
    double[][] cost = new double[n + 1][m + 1];
    for (int i = 0; i <= n; i++) {
      for (int j = 0; j <= m; j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = SKIP * (i + j);
          continue;
        }
        double pair = cost[i - 1][j - 1] + pair(expected[i - 1], observed[j - 1], tolerance);
        cost[i][j] = Math.min(pair, SKIP + Math.min(cost[i - 1][j], cost[i][j - 1]));
      }
    }
    int[] partner = new int[n];
    Arrays.fill(partner, -1);
    int i = n;
    int j = m;
    while (i > 0 && j > 0) {
      double pair = cost[i - 1][j - 1] + pair(expected[i - 1], observed[j - 1], tolerance);
      if (pair <= cost[i][j]) {
        partner[--i] = --j;
      } else if (cost[i - 1][j] <= cost[i][j - 1]) {
        i--;
      } else {
        j--;
      }
    }
    return new Alignment(partner, cost[n][m]);
  }

  private static double pair(double expected, double observed, double tolerance) {
    double distance = (observed - expected) / tolerance;
    return distance * distance;
  }
}
