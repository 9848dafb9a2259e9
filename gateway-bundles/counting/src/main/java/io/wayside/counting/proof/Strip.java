// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.proof;

import java.awt.image.BufferedImage;

/**
 * The time-space picture of a line for one row of the page: time to the right, the line from top to
 * bottom. A column is the picture that was there at its moment; no picture leaves it {@link
 * #BLANK}.
 */
final class Strip {

  /** A motorcycle in town is on a line for a quarter of a second: 20 columns. */
  static final double SECONDS = 15;

  static final int COLUMNS = 1200;
  static final int SAMPLES = 96;

  /** Between two pictures further apart than this the strip is blank. */
  static final double LONGEST_GAP_S = 1;

  static final int BLANK = 0x7f00ff;

  private final BufferedImage picture =
      new BufferedImage(COLUMNS, SAMPLES, BufferedImage.TYPE_INT_RGB);

  Strip() {
    for (int x = 0; x < COLUMNS; x++) {
      for (int y = 0; y < SAMPLES; y++) {
        picture.setRGB(x, y, BLANK);
      }
    }
  }

  /** Shows a slice from one moment to the next, in seconds from the beginning of the strip. */
  void show(int[] colours, double fromS, double untilS) {
    int from = Math.max(0, column(fromS));
    int until = Math.min(COLUMNS, Math.max(from + 1, column(untilS)));
    for (int x = from; x < until; x++) {
      for (int y = 0; y < SAMPLES; y++) {
        picture.setRGB(x, y, colours[y]);
      }
    }
  }

  BufferedImage picture() {
    return picture;
  }

  private static int column(double seconds) {
    return (int) Math.floor(seconds / SECONDS * COLUMNS);
  }
}
