// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

/**
 * The area of the convex hull of rows of pixels: what a rubber band around them would hold. A
 * block's outline is as large as its hull, whichever way it is seen.
 */
final class Hull {

  private final double[] ys;
  private final double[] xs;
  private int size;

  /** For up to so many rows; used again and again. */
  Hull(int rows) {
    ys = new double[2 * rows + 2];
    xs = new double[2 * rows + 2];
  }

  /**
   * In pixels.
   *
   * @param left where each row begins; not a number where there is nothing in it
   * @param right where it ends
   * @param from the first row
   * @param to the row after the last one
   */
  double area(double[] left, double[] right, int from, int to) {
    return bulge(right, from, to, 1) + bulge(left, from, to, -1);
  }

  /** The area below the upper envelope of one side, so that both sides add up. */
  private double bulge(double[] side, int from, int to, int sign) {
    size = 0;
    for (int y = from; y < to; y++) {
      if (!Double.isNaN(side[y])) {
        add(y, sign * side[y]);
        add(y + 1.0, sign * side[y]);
      }
    }
    double area = 0;
    for (int i = 1; i < size; i++) {
      area += (ys[i] - ys[i - 1]) * (xs[i] + xs[i - 1]) / 2;
    }
    return area;
  }

  private void add(double y, double x) {
    while (size > 1 && isHollow(y, x)) {
      size--;
    }
    if (size > 0 && ys[size - 1] == y) { // the same height: the farther one counts
      if (x <= xs[size - 1]) {
        return;
      }
      size--;
      add(y, x);
      return;
    }
    ys[size] = y;
    xs[size] = x;
    size++;
  }

  /** Whether the last point lies within the line from the one before it to a new one. */
  private boolean isHollow(double y, double x) {
    double dy = ys[size - 1] - ys[size - 2];
    double dx = xs[size - 1] - xs[size - 2];
    return dx * (y - ys[size - 2]) <= (x - xs[size - 2]) * dy;
  }
}
