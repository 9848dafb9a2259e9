// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.Arrays;

/**
 * The largest piece of foreground in a box, row by row, and what is hollow between its two sides
 * where it is cut from top to bottom.
 */
final class Silhouette {

  private final Box box;
  private final int width;
  private final int height;
  private final boolean[] on;
  private final int[] upTo; // in each row the last pixel at or before a column; -1 for none
  private final int[] from; // and the first at or after it; the width for none
  private final int[] count; // and how many there are up to it
  private final double[] begin;
  private final double[] end;
  private final double[] leftEnd;
  private final double[] leftBegin;
  private final double[] rightBegin;
  private final double[] rightEnd;
  private final Hull hull;
  private final double allHull;
  private double leftHull;
  private double rightHull;
  private int leftCount;
  private int rightCount;
  private int middle;

  private Silhouette(Box box, int width, int height, boolean[] on) {
    this.box = box;
    this.width = width;
    this.height = height;
    this.on = on;
    this.upTo = new int[width * height];
    this.from = new int[width * height];
    this.count = new int[width * height];
    this.begin = new double[height];
    this.end = new double[height];
    this.leftBegin = new double[height];
    this.leftEnd = new double[height];
    this.rightBegin = new double[height];
    this.rightEnd = new double[height];
    this.hull = new Hull(height);
    index();
    this.allHull = hull.area(begin, end, 0, height);
  }

  /** Of a blob; where its box holds more than it has, of the largest piece there. */
  static Silhouette of(Blob blob, Foreground foreground) {
    int x0 = (int) blob.box().x();
    int y0 = (int) blob.box().y();
    int width = Math.max(1, (int) blob.box().right() - x0);
    int height = Math.max(1, (int) blob.box().bottom() - y0);
    boolean[] there = new boolean[width * height];
    int count = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        boolean on = foreground.at(x0 + x, y0 + y);
        there[y * width + x] = on;
        count += on ? 1 : 0;
      }
    }
    boolean[] on = count == blob.area() ? there : largest(there, width, height);
    return new Silhouette(new Box(x0, y0, width, height), width, height, on);
  }

  private static boolean[] largest(boolean[] there, int width, int height) {
    boolean[] best = new boolean[there.length];
    int most = 0;
    int[] open = new int[there.length];
    for (int first = 0; first < there.length; first++) {
      if (there[first]) {
        int count = flood(there, first, open, width, height);
        if (count > most) {
          most = count;
          Arrays.fill(best, false);
          for (int i = 0; i < count; i++) {
            best[open[i]] = true;
          }
        }
      }
    }
    return best;
  }

  /** Takes a piece away; its pixels are the first of those that were open. */
  private static int flood(boolean[] there, int first, int[] open, int width, int height) {
    int count = 0;
    open[count++] = first;
    there[first] = false;
    for (int i = 0; i < count; i++) {
      int x = open[i] % width;
      int y = open[i] / width;
      for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          if (there[ny * width + nx]) {
            there[ny * width + nx] = false;
            open[count++] = ny * width + nx;
          }
        }
      }
    }
    return count;
  }

  private void index() {
    for (int y = 0; y < height; y++) {
      int last = -1;
      for (int x = 0; x < width; x++) {
        boolean there = on[y * width + x];
        last = there ? x : last;
        upTo[y * width + x] = last;
        count[y * width + x] = (x == 0 ? 0 : count[y * width + x - 1]) + (there ? 1 : 0);
      }
      int next = width;
      for (int x = width - 1; x >= 0; x--) {
        next = on[y * width + x] ? x : next;
        from[y * width + x] = next;
      }
      begin[y] = next < width ? next : Double.NaN;
      end[y] = last >= 0 ? last + 1 : Double.NaN;
    }
  }

  int width() {
    return width;
  }

  /** Cuts it; so many pixels farther to the right in each row below the middle one. */
  void cut(double at, double aslant) {
    int top = height;
    int bottom = 0;
    leftCount = 0;
    rightCount = 0;
    for (int y = 0; y < height; y++) {
      double x = at + aslant * (y + 0.5 - height / 2.0);
      sides(y, x);
      if (!Double.isNaN(leftBegin[y]) && !Double.isNaN(rightBegin[y])) {
        top = Math.min(top, y);
        bottom = y + 1;
      }
    }
    middle = top < bottom ? (top + bottom) / 2 : height / 2;
    leftHull = Double.NaN;
    rightHull = Double.NaN;
  }

  /**
   * Whether there can be so much that is hollow, of the smaller side; told by counting alone, since
   * a hull holds all pixels of its side.
   */
  boolean canBeHollow(double share) {
    return allHull - leftCount - rightCount > share * Math.min(leftCount, rightCount);
  }

  /** A pixel that the cut goes through is a part of both hulls, and counts for one side. */
  private void sides(int y, double x) {
    int before = at(upTo, y, (int) Math.ceil(x) - 1, -1);
    leftBegin[y] = before < 0 ? Double.NaN : begin[y];
    leftEnd[y] = before < 0 ? Double.NaN : Math.min(x, before + 1);
    int after = at(from, y, (int) Math.floor(x), width);
    rightBegin[y] = after >= width ? Double.NaN : Math.max(x, after);
    rightEnd[y] = after >= width ? Double.NaN : end[y];
    int left = at(count, y, (int) Math.ceil(x - 0.5) - 1, 0);
    leftCount += left;
    rightCount += count[y * width + width - 1] - left;
  }

  private int at(int[] row, int y, int column, int beyond) {
    boolean left = column < 0 && row != from;
    boolean right = column >= width && row == from;
    int within = Math.max(0, Math.min(width - 1, column));
    return left || right ? beyond : row[y * width + within];
  }

  double leftHull() {
    if (Double.isNaN(leftHull)) {
      leftHull = hull.area(leftBegin, leftEnd, 0, height);
    }
    return leftHull;
  }

  double rightHull() {
    if (Double.isNaN(rightHull)) {
      rightHull = hull.area(rightBegin, rightEnd, 0, height);
    }
    return rightHull;
  }

  /** How much of the hull of the emptier side is foreground. */
  double filled() {
    return Math.min(leftCount / leftHull(), rightCount / rightHull());
  }

  /** What the hull of all holds and that of neither side does, in pixels. */
  double hollow() {
    return allHull - leftHull() - rightHull();
  }

  /** The same of what lies above the middle of where both sides are. */
  double hollowAbove() {
    return hollow(0, middle);
  }

  double hollowBelow() {
    return hollow(middle, height);
  }

  private double hollow(int top, int bottom) {
    return hull.area(begin, end, top, bottom)
        - hull.area(leftBegin, leftEnd, top, bottom)
        - hull.area(rightBegin, rightEnd, top, bottom);
  }

  /** What lies to the left of a cut. */
  Blob left(double at, double aslant) {
    return side(at, aslant, true);
  }

  Blob right(double at, double aslant) {
    return side(at, aslant, false);
  }

  private Blob side(double at, double aslant, boolean left) {
    int x0 = width;
    int x1 = -1;
    int y0 = height;
    int y1 = -1;
    int count = 0;
    for (int y = 0; y < height; y++) {
      double x = at + aslant * (y + 0.5 - height / 2.0);
      for (int column = 0; column < width; column++) {
        if (on[y * width + column] && column + 0.5 < x == left) {
          count++;
          x0 = Math.min(x0, column);
          x1 = Math.max(x1, column);
          y0 = Math.min(y0, y);
          y1 = y;
        }
      }
    }
    return new Blob(
        new Box(
            box.x() + x0,
            box.y() + Math.min(y0, height),
            Math.max(0, x1 + 1 - x0),
            Math.max(0, y1 + 1 - y0)),
        count);
  }
}
