// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.paint;

import java.util.Random;

/** Exposure, noise and the curve to 8 bits. */
final class Sensor {

  private static final int CURVE = 4096;
  private static final double BRIGHTEST = 1.6;
  private static final int GRAIN = 256;

  /** A camera's black is a little grey. */
  private static final double BLACK = 0.004;

  private static final double WANTED = 0.19;
  private static final double MOST_GAIN = 22;
  private static final double STEP_AT = 0.25;

  private final int width;
  private final int height;
  private final boolean steps;
  private final byte[] curve = new byte[CURVE];
  private final float[] grain;
  private final Random random;
  private double gain = -1;
  private double aim = -1;

  /**
   * A sensor that has not seen anything.
   *
   * @param steps whether exposure changes late and at once rather than all the time
   */
  Sensor(int width, int height, boolean steps, long seed) {
    this.width = width;
    this.height = height;
    this.steps = steps;
    this.random = new Random(seed + 4);
    for (int i = 0; i < CURVE; i++) {
      double x = BRIGHTEST * i / (CURVE - 1);
      // A shoulder, so that white paint keeps some drawing.
      double y = x < 0.7 ? x : 0.7 + 0.3 * (1 - Math.exp(-(x - 0.7) / 0.3));
      curve[i] = (byte) Math.round(255 * Math.pow(Math.min(1, y), 1 / 2.2));
    }
    this.grain = grain();
  }

  /** White noise and some that is two pixels wide, as a camera leaves it. */
  private float[] grain() {
    float[] white = new float[GRAIN * GRAIN];
    for (int i = 0; i < white.length; i++) {
      white[i] = (float) random.nextGaussian();
    }
    float[] field = new float[white.length];
    for (int i = 0; i < white.length; i++) {
      int right = i / GRAIN * GRAIN + (i + 1) % GRAIN;
      int below = (i + GRAIN) % white.length;
      field[i] = 0.75f * white[i] + 0.45f * white[right] + 0.45f * white[below];
    }
    return field;
  }

  /** Sets the exposure by what it saw, as cameras do: not at once. */
  private void expose(Canvas seen, double intervalS) {
    double now = gain < 0 ? MOST_GAIN : gain;
    double sum = 0;
    int count = 0;
    for (int i = 0; i < seen.green.length; i += 7) {
      sum += Math.min(1.2, now * seen.green[i]);
      count++;
    }
    double wanted = Math.min(MOST_GAIN, now * WANTED / Math.max(1e-6, sum / count));
    if (gain < 0) {
      // As if it had looked for long.
      gain = settled(seen);
      aim = gain;
      return;
    }
    boolean far = Math.abs(Math.log(wanted / aim)) > STEP_AT;
    if (!steps || far) {
      aim = wanted;
    }
    double share = 1 - Math.exp(-intervalS / (steps ? 0.12 : 0.8));
    gain *= Math.pow(aim / gain, share);
  }

  private double settled(Canvas seen) {
    double g = 1;
    for (int round = 0; round < 40; round++) {
      double sum = 0;
      for (int i = 0; i < seen.green.length; i += 7) {
        sum += Math.min(1.2, g * seen.green[i]);
      }
      double mean = 7 * sum / seen.green.length;
      g = Math.min(MOST_GAIN, g * Math.sqrt(WANTED / Math.max(1e-6, mean)));
    }
    return g;
  }

  /** Blue, green, red of each pixel. */
  void read(Canvas seen, double intervalS, byte[] bgr) {
    expose(seen, intervalS);
    double noisy = 0.0035 * Math.sqrt(gain) + 0.0004 * gain;
    int[] from = {
      random.nextInt(GRAIN * GRAIN), random.nextInt(GRAIN * GRAIN), random.nextInt(GRAIN * GRAIN)
    };
    for (int y = 0; y < height; y++) {
      int line = random.nextInt(GRAIN * GRAIN);
      for (int x = 0; x < width; x++) {
        int i = y * width + x;
        float luma = grain[(from[0] + line + x) & (GRAIN * GRAIN - 1)];
        float warm = grain[(from[1] + line + x) & (GRAIN * GRAIN - 1)];
        float cool = grain[(from[2] + line + x) & (GRAIN * GRAIN - 1)];
        double r = gain * seen.red[i];
        double g = gain * seen.green[i];
        double b = gain * seen.blue[i];
        double level = noisy * (0.12 + Math.sqrt(Math.max(0, g)) * 1.6);
        bgr[3 * i] = eight(b + level * (luma + 0.5 * cool));
        bgr[3 * i + 1] = eight(g + level * luma);
        bgr[3 * i + 2] = eight(r + level * (luma + 0.5 * warm));
      }
    }
  }

  private byte eight(double level) {
    int i = (int) ((level + BLACK) * (CURVE - 1) / BRIGHTEST);
    return curve[i < 0 ? 0 : Math.min(CURVE - 1, i)];
  }
}
