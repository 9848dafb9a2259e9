// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.picture;

import org.opencv.core.Mat;

/**
 * Tells shadows under a clear sky, which the background model takes for vehicles: the sky still
 * shines into them, so blue is left more of than red, and the model wants all colours to lose the
 * same share. What is darker by such shares is a shadow as far as colour can tell.
 */
final class SkyShade {

  /** The model's values. */
  private static final byte FOREIGN = (byte) 255;

  private static final byte SHADOW = 127;

  /** What is left of the light in a shadow, of any colour. */
  private static final double DARKEST = 0.3;

  private static final double LIGHTEST = 0.92;

  /** So much more of blue than of red is left. */
  private static final double LEAST_BLUE = 1.035;

  private static final double MOST_BLUE = 1.28;

  /** Green lies between them, to so much. */
  private static final double GREEN_OFF = 0.05;

  /** Darker backgrounds tell no colours. */
  private static final int DARK = 35;

  private byte[] now = new byte[0];
  private byte[] road = new byte[0];
  private byte[] what = new byte[0];

  /**
   * Changes the model's mask where what it takes for foreign may be such a shadow (pictures BGR).
   */
  void judge(Mat picture, Mat mean, Mat mask) {
    int size = mask.rows() * mask.cols();
    if (what.length != size) {
      now = new byte[3 * size];
      road = new byte[3 * size];
      what = new byte[size];
    }
    picture.get(0, 0, now);
    mean.get(0, 0, road);
    mask.get(0, 0, what);
    for (int i = 0; i < size; i++) {
      if (what[i] == FOREIGN && isShade(3 * i)) {
        what[i] = SHADOW;
      }
    }
    mask.put(0, 0, what);
  }

  private boolean isShade(int at) {
    int usualBlue = road[at] & 255;
    int usualGreen = road[at + 1] & 255;
    int usualRed = road[at + 2] & 255;
    if (Math.min(usualBlue, Math.min(usualGreen, usualRed)) < DARK) {
      return false;
    }
    double blue = (now[at] & 255) / (double) usualBlue;
    double green = (now[at + 1] & 255) / (double) usualGreen;
    double red = (now[at + 2] & 255) / (double) usualRed;
    return red > DARKEST
        && blue < LIGHTEST
        && blue > LEAST_BLUE * red
        && blue < MOST_BLUE * red
        && Math.abs(green - (blue + red) / 2) < GREEN_OFF;
  }
}
