// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

/**
 * The mean strength of the best half second. A single lucky reply of a far tag is not strength: the
 * longer one listens the luckier the best reply gets, and means do not. Fewer than three replies
 * are filled up with replies at the floor.
 */
final class Steady {

  private static final int WIDTH = 5;
  private static final int LEAST = 3;

  private final double floorDbm;
  private final int[] replies = new int[WIDTH];
  private final double[] sums = new double[WIDTH];
  private int next;
  private int count;
  private double sum;
  private double best = Double.NEGATIVE_INFINITY;

  Steady(double floorDbm) {
    this.floorDbm = floorDbm;
  }

  /** The next bin of 100 ms. */
  void add(int binReplies, double binSumDbm) {
    count += binReplies - replies[next];
    sum += binSumDbm - sums[next];
    replies[next] = binReplies;
    sums[next] = binSumDbm;
    next = (next + 1) % WIDTH;
    if (count > 0) {
      int missing = Math.max(0, LEAST - count);
      best = Math.max(best, (sum + missing * floorDbm) / (count + missing));
    }
  }

  /** In dBm; minus infinity when nothing was heard. */
  double best() {
    return best;
  }
}
