// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.picture;

import io.wayside.counting.vision.Box;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/** A road with texture and noise of the sensor, and boxes on it. */
final class Drawing implements AutoCloseable {

  private static final int MARGIN = 8;

  private final int width;
  private final int height;
  private final Random random;
  private final int[][] road;
  private final Map<Box, Integer> boxes = new LinkedHashMap<>();
  private final byte[] pixels;
  private final Mat picture;
  private final double[] noise = new double[1 << 14];
  private double gain = 1;
  private int shakeX;
  private int shakeY;

  Drawing(int width, int height, long seed) {
    this.width = width;
    this.height = height;
    this.random = new Random(seed);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = 2 * random.nextGaussian();
    }
    this.road = new int[height + 2 * MARGIN][width + 2 * MARGIN];
    for (int y = 0; y < road.length; y++) {
      for (int x = 0; x < road[y].length; x++) {
        boolean marking = Math.abs(x - width / 2) < 3 && y / 20 % 2 == 0;
        boolean grass = x < 40 || x > width - 24;
        road[y][x] = marking ? 170 : grass ? 70 + 25 * ((x / 7 + y / 5) % 3) : 100;
      }
    }
    this.pixels = new byte[width * height * 3];
    this.picture = new Mat(height, width, CvType.CV_8UC3);
  }

  void put(Box box, int grey) {
    boxes.put(box, grey);
  }

  void clear() {
    boxes.clear();
  }

  void expose(double newGain) {
    gain = newGain;
  }

  void shake(int x, int y) {
    shakeX = x;
    shakeY = y;
  }

  /** The next picture; lent until the one after it. */
  Mat taken() {
    int[][] all = new int[height][width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        all[y][x] = road[y + MARGIN + shakeY][x + MARGIN + shakeX];
      }
    }
    boxes.forEach((box, grey) -> fill(all, box, grey));
    int from = 0;
    for (int i = 0; i < width * height; i++) {
      if (i % width == 0) {
        from = random.nextInt(noise.length);
      }
      double grain = noise[(from + i) % noise.length];
      int value = (int) Math.round(all[i / width][i % width] * gain + grain);
      byte shown = (byte) Math.max(0, Math.min(255, value));
      pixels[3 * i] = shown;
      pixels[3 * i + 1] = shown;
      pixels[3 * i + 2] = shown;
    }
    picture.put(0, 0, pixels);
    return picture;
  }

  private void fill(int[][] all, Box box, int grey) {
    int bottom = (int) Math.min(height, box.bottom());
    int right = (int) Math.min(width, box.right());
    for (int y = (int) Math.max(0, box.y()); y < bottom; y++) {
      for (int x = (int) Math.max(0, box.x()); x < right; x++) {
        all[y][x] = grey;
      }
    }
  }

  @Override
  public void close() {
    picture.release();
  }
}
