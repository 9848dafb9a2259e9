// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.paint;

/** Light that lens and haze scatter around what is very bright. */
final class Glare {

  private static final int BLOCK = 4;
  private static final int ROUNDS = 3;

  private final int columns;
  private final int rows;
  private final float[][] field;

  Glare(int width, int height) {
    this.columns = (width + BLOCK - 1) / BLOCK;
    this.rows = (height + BLOCK - 1) / BLOCK;
    this.field = new float[3][columns * rows];
  }

  /**
   * Adds it.
   *
   * @param above only what is brighter than this scatters
   * @param share how much of it
   */
  void addTo(Canvas canvas, double above, double share) {
    float[][] colours = {canvas.red, canvas.green, canvas.blue};
    for (int c = 0; c < 3; c++) {
      java.util.Arrays.fill(field[c], 0);
      for (int y = 0; y < canvas.height; y++) {
        for (int x = 0; x < canvas.width; x++) {
          float over = colours[c][y * canvas.width + x] - (float) above;
          if (over > 0) {
            field[c][y / BLOCK * columns + x / BLOCK] += over / BLOCK / BLOCK;
          }
        }
      }
      float[] wide = field[c];
      for (int round = 0; round < ROUNDS; round++) {
        wide = blurred(wide, 1 + round * 2);
        spread(canvas, colours[c], wide, (float) (share / (1 + 2 * round)));
      }
    }
  }

  private void spread(Canvas canvas, float[] colour, float[] wide, float share) {
    for (int y = 0; y < canvas.height; y++) {
      float fy = Math.max(0, Math.min(rows - 1.001f, (y + 0.5f) / BLOCK - 0.5f));
      int r = (int) fy;
      int below = Math.min(rows - 1, r + 1);
      for (int x = 0; x < canvas.width; x++) {
        float fx = Math.max(0, Math.min(columns - 1.001f, (x + 0.5f) / BLOCK - 0.5f));
        int k = (int) fx;
        int next = Math.min(columns - 1, k + 1);
        float a =
            wide[r * columns + k] + (fx - k) * (wide[r * columns + next] - wide[r * columns + k]);
        float b =
            wide[below * columns + k]
                + (fx - k) * (wide[below * columns + next] - wide[below * columns + k]);
        colour[y * canvas.width + x] += share * (a + (fy - r) * (b - a));
      }
    }
  }

  private float[] blurred(float[] in, int radius) {
    return pass(pass(in, radius, true), radius, false);
  }

  private float[] pass(float[] in, int radius, boolean across) {
    float[] out = new float[in.length];
    int lines = across ? rows : columns;
    int length = across ? columns : rows;
    int step = across ? 1 : columns;
    for (int line = 0; line < lines; line++) {
      int start = across ? line * columns : line;
      for (int k = 0; k < length; k++) {
        float sum = 0;
        for (int d = -radius; d <= radius; d++) {
          int at = Math.max(0, Math.min(length - 1, k + d));
          sum += in[start + at * step];
        }
        out[start + k * step] = sum / (2 * radius + 1);
      }
    }
    return out;
  }
}
