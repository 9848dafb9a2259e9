// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.picture;

import java.util.Arrays;

/** A polygon made pixels: pixel (c, r) is the square from c to c + 1 and r to r + 1. */
final class Drawing {

  /** Lines looked at within a row, beside its two borders: slanting edges reach further there. */
  private static final int LINES = 4;

  private final Polygon polygon;
  private final Size size;

  Drawing(Polygon polygon, Size size) {
    this.polygon = polygon;
    this.size = size;
  }

  /** Marks every pixel it touches and that many more around each. */
  void into(boolean[] pixels, int more) {
    for (int row = 0; row < size.heightPx(); row++) {
      for (int line = 0; line <= LINES; line++) {
        spans(row, row + line / (double) LINES, pixels, more);
      }
      edges(row, pixels, more);
    }
  }

  /** Inside between each two crossings of a line at height y. */
  private void spans(int row, double y, boolean[] pixels, int more) {
    int n = polygon.x().length;
    double[] crossings = new double[n];
    int count = 0;
    for (int i = 0, j = n - 1; i < n; j = i++) {
      double ya = polygon.y()[j];
      double yb = polygon.y()[i];
      if ((ya <= y) != (yb <= y)) {
        double xa = polygon.x()[j];
        crossings[count++] = xa + (y - ya) / (yb - ya) * (polygon.x()[i] - xa);
      }
    }
    Arrays.sort(crossings, 0, count);
    for (int k = 0; k + 1 < count; k += 2) {
      mark(row, crossings[k], crossings[k + 1], pixels, more);
    }
  }

  /** The part of each edge that runs through the row, level ones included. */
  private void edges(int row, boolean[] pixels, int more) {
    int n = polygon.x().length;
    for (int i = 0, j = n - 1; i < n; j = i++) {
      double ya = polygon.y()[j];
      double yb = polygon.y()[i];
      double from = Math.max(row, Math.min(ya, yb));
      double to = Math.min(row + 1.0, Math.max(ya, yb));
      if (from <= to) {
        double xa = at(from, j, i);
        double xb = at(to, j, i);
        boolean level = ya == yb;
        double x0 = level ? polygon.x()[j] : xa;
        double x1 = level ? polygon.x()[i] : xb;
        mark(row, Math.min(x0, x1), Math.max(x0, x1), pixels, more);
      }
    }
  }

  private double at(double y, int a, int b) {
    double ya = polygon.y()[a];
    double yb = polygon.y()[b];
    double part = ya == yb ? 0 : (y - ya) / (yb - ya);
    return polygon.x()[a] + part * (polygon.x()[b] - polygon.x()[a]);
  }

  private void mark(int row, double fromX, double toX, boolean[] pixels, int more) {
    int width = size.widthPx();
    if (toX < -more || fromX > width + more) {
      return;
    }
    int from = (int) Math.max(0, Math.floor(fromX) - more);
    int to = (int) Math.min(width, Math.max(Math.ceil(toX), Math.floor(fromX) + 1) + more);
    for (int r = Math.max(0, row - more); r <= Math.min(size.heightPx() - 1, row + more); r++) {
      if (from < to) {
        Arrays.fill(pixels, r * width + from, r * width + to, true);
      }
    }
  }
}
