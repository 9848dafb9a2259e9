// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.paint;

/**
 * Cuts the picture out of the canvas where the camera looks now; a little soft, darker outwards.
 */
final class Lens {

  private static final float SOFT = 0.11f;
  private static final double VIGNETTE = 0.16;

  private final int width;
  private final int height;
  private final int margin;
  private final float[] row;
  private final float[] across;

  Lens(int width, int height, int margin) {
    this.width = width;
    this.height = height;
    this.margin = margin;
    this.row = new float[width];
    this.across = new float[width * height];
  }

  void look(Canvas canvas, Shake.Shift shift, Canvas out) {
    look(canvas.red, canvas.width, canvas.height, shift, out.red);
    look(canvas.green, canvas.width, canvas.height, shift, out.green);
    look(canvas.blue, canvas.width, canvas.height, shift, out.blue);
  }

  private void look(float[] in, int w, int h, Shake.Shift shift, float[] out) {
    double cos = Math.cos(shift.rollRad());
    double sin = Math.sin(shift.rollRad());
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double dx = x - width / 2.0;
        double dy = y - height / 2.0;
        double sx = cos * dx - sin * dy + width / 2.0 + margin + shift.xPx();
        double sy = sin * dx + cos * dy + height / 2.0 + margin + shift.yPx();
        sx = Math.max(0, Math.min(w - 1.001, sx));
        sy = Math.max(0, Math.min(h - 1.001, sy));
        int ix = (int) sx;
        int iy = (int) sy;
        float fx = (float) (sx - ix);
        float fy = (float) (sy - iy);
        int i = iy * w + ix;
        float low = in[i] + fx * (in[i + 1] - in[i]);
        float high = in[i + w] + fx * (in[i + w + 1] - in[i + w]);
        row[x] = low + fy * (high - low);
      }
      for (int x = 0; x < width; x++) {
        float left = row[Math.max(0, x - 1)];
        float right = row[Math.min(width - 1, x + 1)];
        across[y * width + x] = row[x] + SOFT * (left + right - 2 * row[x]);
      }
    }
    for (int y = 0; y < height; y++) {
      int above = Math.max(0, y - 1) * width;
      int below = Math.min(height - 1, y + 1) * width;
      double v = (y - height / 2.0) / width;
      for (int x = 0; x < width; x++) {
        int i = y * width + x;
        double u = (x - width / 2.0) / width;
        float dark = (float) (1 - VIGNETTE * 2 * (u * u + v * v));
        out[i] =
            dark * (across[i] + SOFT * (across[above + x] + across[below + x] - 2 * across[i]));
      }
    }
  }
}
