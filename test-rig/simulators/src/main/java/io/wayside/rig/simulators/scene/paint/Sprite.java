// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.paint;

import java.util.List;

/** One body drawn by itself, four times within the exposure and within each pixel. */
final class Sprite {

  private static final int SAMPLES = 4;
  private static final double[] SUB_X = {-0.375, 0.125, -0.125, 0.375};
  private static final double[] SUB_Y = {-0.125, -0.375, 0.375, 0.125};

  final int left;
  final int top;
  final int width;
  final int height;

  /** Colour times cover. */
  final float[] red;

  final float[] green;
  final float[] blue;
  final float[] cover;

  private final float[] depth;
  private final float[] subRed;
  private final float[] subGreen;
  private final float[] subBlue;

  /** A face with its light. */
  record Lit(Flat flat, float red, float green, float blue) {}

  private Sprite(int left, int top, int width, int height) {
    this.left = left;
    this.top = top;
    this.width = width;
    this.height = height;
    int n = width * height;
    this.red = new float[n];
    this.green = new float[n];
    this.blue = new float[n];
    this.cover = new float[n];
    this.depth = new float[n];
    this.subRed = new float[n];
    this.subGreen = new float[n];
    this.subBlue = new float[n];
  }

  /**
   * Draws faces; those behind others are hidden.
   *
   * @param smearPx how far the four drawings lie apart downwards, for blurred mirror images
   */
  static Sprite of(List<Lit> faces, int canvasWidth, int canvasHeight, double smearPx) {
    double x0 = canvasWidth;
    double y0 = canvasHeight;
    double x1 = -1;
    double y1 = -1;
    for (Lit lit : faces) {
      Flat flat = lit.flat();
      for (int i = 0; i < flat.count(); i++) {
        x0 = Math.min(x0, Math.min(flat.x0()[i], flat.x1()[i]));
        x1 = Math.max(x1, Math.max(flat.x0()[i], flat.x1()[i]));
        y0 = Math.min(y0, Math.min(flat.y0()[i], flat.y1()[i]));
        y1 = Math.max(y1, Math.max(flat.y0()[i], flat.y1()[i]));
      }
    }
    int left = Math.max(0, (int) x0 - 1);
    int top = Math.max(0, (int) (y0 - smearPx) - 1);
    int right = Math.min(canvasWidth, (int) x1 + 2);
    int bottom = Math.min(canvasHeight, (int) (y1 + smearPx) + 2);
    Sprite sprite = new Sprite(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    for (int k = 0; k < SAMPLES && sprite.width > 0 && sprite.height > 0; k++) {
      sprite.draw(faces, k, smearPx * (2.0 * k / (SAMPLES - 1) - 1));
    }
    return sprite;
  }

  private void draw(List<Lit> faces, int sample, double smear) {
    java.util.Arrays.fill(depth, 0);
    double when = (sample + 0.5) / SAMPLES;
    for (Lit lit : faces) {
      fill(lit, when, SUB_X[sample], SUB_Y[sample] + smear);
    }
    for (int i = 0; i < depth.length; i++) {
      if (depth[i] > 0) {
        cover[i] += 1f / SAMPLES;
        red[i] += subRed[i] / SAMPLES;
        green[i] += subGreen[i] / SAMPLES;
        blue[i] += subBlue[i] / SAMPLES;
      }
    }
  }

  private void fill(Lit lit, double when, double shiftX, double shiftY) {
    Flat flat = lit.flat();
    int n = flat.count();
    double[] xs = new double[n];
    double[] ys = new double[n];
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      xs[i] = flat.x0()[i] + when * (flat.x1()[i] - flat.x0()[i]) + shiftX - left;
      ys[i] = flat.y0()[i] + when * (flat.y1()[i] - flat.y0()[i]) + shiftY - top;
      low = Math.min(low, ys[i]);
      high = Math.max(high, ys[i]);
    }
    int from = Math.max(0, (int) Math.ceil(low - 0.5));
    int to = Math.min(height - 1, (int) Math.floor(high - 0.5));
    for (int row = from; row <= to; row++) {
      fillRow(lit, xs, ys, row);
    }
  }

  private void fillRow(Lit lit, double[] xs, double[] ys, int row) {
    Flat flat = lit.flat();
    double y = row + 0.5;
    double xa = Double.POSITIVE_INFINITY;
    double xb = Double.NEGATIVE_INFINITY;
    double za = 0;
    double zb = 0;
    double sa = 0;
    double sb = 0;
    for (int i = 0; i < xs.length; i++) {
      int next = i + 1 == xs.length ? 0 : i + 1;
      if (ys[i] <= y == ys[next] <= y) {
        continue;
      }
      double t = (y - ys[i]) / (ys[next] - ys[i]);
      double x = xs[i] + t * (xs[next] - xs[i]);
      double z = flat.nearness()[i] + t * (flat.nearness()[next] - flat.nearness()[i]);
      double s = flat.shade()[i] + t * (flat.shade()[next] - flat.shade()[i]);
      if (x < xa) {
        xa = x;
        za = z;
        sa = s;
      }
      if (x > xb) {
        xb = x;
        zb = z;
        sb = s;
      }
    }
    int from = Math.max(0, (int) Math.ceil(xa - 0.5));
    int to = Math.min(width - 1, (int) Math.floor(xb - 0.5));
    for (int column = from; column <= to; column++) {
      double t = xb > xa ? (column + 0.5 - xa) / (xb - xa) : 0;
      float near = (float) (za + t * (zb - za));
      int i = row * width + column;
      if (near > depth[i]) {
        depth[i] = near;
        float shade = (float) (sa + t * (sb - sa));
        subRed[i] = lit.red() * shade;
        subGreen[i] = lit.green() * shade;
        subBlue[i] = lit.blue() * shade;
      }
    }
  }
}
