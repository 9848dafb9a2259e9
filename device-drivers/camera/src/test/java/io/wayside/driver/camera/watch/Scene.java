// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.watch;

import io.wayside.driver.camera.picture.GreyGrid;
import io.wayside.driver.camera.picture.Picture;
import io.wayside.driver.camera.picture.Size;
import java.util.Arrays;
import java.util.Random;

/**
 * A road as a camera sees it, drawn anew for each look: kerbs, houses, lamps, vehicles, light,
 * noise, and what goes wrong with the lens.
 */
final class Scene {

  static final int WIDTH = 320;
  static final int HEIGHT = 180;
  private static final int MORE = 80;

  private final double[] world = new double[(WIDTH + 2 * MORE) * (HEIGHT + 2 * MORE)];
  private final double[] lamps = new double[world.length];
  private final Random random;
  private final float[] noises = new float[1 << 16];
  double daylight = 1;
  double lamplight;
  double gain = 1;
  double noise = 2;
  int shiftX;
  int shiftY;
  int blurPx;
  double coveredShare;
  double coverGrey = 60;
  int vehicles;
  private int looks;

  Scene(long seed) {
    random = new Random(seed);
    for (int i = 0; i < noises.length; i++) {
      noises[i] = (float) random.nextGaussian();
    }
    Arrays.fill(world, 110);
    for (int k = 0; k < 260; k++) {
      fill(
          world,
          random.nextInt(WIDTH + 2 * MORE),
          random.nextInt(HEIGHT + 2 * MORE),
          6 + random.nextInt(50),
          6 + random.nextInt(30),
          30 + random.nextInt(170));
    }
    for (int k = 0; k < 25; k++) {
      fill(lamps, random.nextInt(WIDTH + 2 * MORE), random.nextInt(HEIGHT + 2 * MORE), 12, 12, 120);
    }
  }

  private static void fill(double[] to, int left, int top, int width, int height, double grey) {
    int whole = WIDTH + 2 * MORE;
    for (int y = top; y < Math.min(top + height, HEIGHT + 2 * MORE); y++) {
      Arrays.fill(to, y * whole + left, y * whole + Math.min(left + width, whole), grey);
    }
  }

  GreyGrid grid() {
    looks++;
    double[] seen = new double[WIDTH * HEIGHT];
    int whole = WIDTH + 2 * MORE;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int at = (y + MORE + shiftY) * whole + x + MORE + shiftX;
        seen[y * WIDTH + x] = world[at] * daylight + lamplight * (lamps[at] + world[at] * 0.05);
      }
    }
    traffic(seen);
    for (int k = 0; k < 3; k++) {
      blur(seen);
    }
    int drawn = random.nextInt();
    byte[] bgr = new byte[3 * seen.length];
    for (int i = 0; i < seen.length; i++) {
      drawn = drawn * 1_103_515_245 + 12_345;
      double grey = i < coveredShare * seen.length ? coverGrey : seen[i];
      int value = (int) Math.max(0, Math.min(255, grey * gain + noise * noises[drawn >>> 16]));
      bgr[3 * i] = (byte) value;
      bgr[3 * i + 1] = (byte) value;
      bgr[3 * i + 2] = (byte) value;
    }
    Size size = new Size(WIDTH, HEIGHT);
    return GreyGrid.of(new Picture(bgr, size, size, 0, 0), new boolean[0]);
  }

  /** Boxes that run across the lower half. */
  private void traffic(double[] seen) {
    for (int k = 0; k < vehicles; k++) {
      int left = Math.floorMod(looks * (13 + 4 * k) + 71 * k, WIDTH);
      int top = HEIGHT / 2 + 12 * k % (HEIGHT / 2 - 20);
      for (int y = top; y < top + 18; y++) {
        Arrays.fill(
            seen, y * WIDTH + left, y * WIDTH + Math.min(left + 36, WIDTH), 40 + 50.0 * (k % 4));
      }
    }
  }

  private void blur(double[] seen) {
    if (blurPx == 0) {
      return;
    }
    double[] from = seen.clone();
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        double sum = 0;
        for (int d = -blurPx; d <= blurPx; d++) {
          sum += from[y * WIDTH + Math.max(0, Math.min(WIDTH - 1, x + d))];
        }
        seen[y * WIDTH + x] = sum / (2 * blurPx + 1);
      }
    }
  }
}
