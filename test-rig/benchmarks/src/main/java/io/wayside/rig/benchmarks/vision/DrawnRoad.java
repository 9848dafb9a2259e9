// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.vision;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/** Pictures of a road with texture, noise and boxes that drive through, round and round. */
final class DrawnRoad implements AutoCloseable {

  static final int WIDTH = 640;
  static final int HEIGHT = 352;
  static final double HZ = 15;

  private static final int PICTURES = 75;
  private static final int LANES = 3;
  private static final int BOX_W = 90;
  private static final int BOX_H = 70;

  private final List<Mat> pictures = new ArrayList<>();

  DrawnRoad(long seed) {
    Random random = new Random(seed);
    int[] road = new int[WIDTH * HEIGHT];
    for (int i = 0; i < road.length; i++) {
      int x = i % WIDTH;
      road[i] = (x < 90 || x > 550 ? 75 : 105) + random.nextInt(24);
    }
    byte[] pixels = new byte[3 * WIDTH * HEIGHT];
    for (int k = 0; k < PICTURES; k++) {
      for (int i = 0; i < road.length; i++) {
        int value = vehicle(i % WIDTH, i / WIDTH, k);
        byte shown = (byte) ((value == 0 ? road[i] : value) + random.nextInt(7) - 3);
        pixels[3 * i] = shown;
        pixels[3 * i + 1] = shown;
        pixels[3 * i + 2] = shown;
      }
      Mat picture = new Mat(HEIGHT, WIDTH, CvType.CV_8UC3);
      picture.put(0, 0, pixels);
      pictures.add(picture);
    }
  }

  /** The grey of a vehicle there; 0 where there is none. */
  private static int vehicle(int x, int y, int picture) {
    int way = HEIGHT + BOX_H;
    for (int lane = 0; lane < LANES; lane++) {
      int left = 110 + 150 * lane;
      int top = (way * picture / PICTURES + way * lane / LANES) % way - BOX_H;
      if (x >= left && x < left + BOX_W && y >= top && y < top + BOX_H) {
        return 35 + 85 * lane;
      }
    }
    return 0;
  }

  Mat picture(long number) {
    return pictures.get((int) (number % PICTURES));
  }

  /** How many cross a line in the middle while all pictures are shown once. */
  static int vehiclesARound() {
    return LANES;
  }

  static int round() {
    return PICTURES;
  }

  @Override
  public void close() {
    pictures.forEach(Mat::release);
  }
}
