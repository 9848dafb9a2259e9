// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.picture;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * How much brighter than usual a picture is: the logarithm of picture over background, in bytes
 * around {@link #SAME}. Shade and light change it smoothly, whatever is drawn on the road.
 */
final class LogRatio implements AutoCloseable {

  /** Logarithms are kept in bytes, so many to one. */
  static final double UNIT = 80;

  /** As bright as usual. */
  static final double SAME = 128;

  /** Added to grey levels, so that noise in the dark makes no steps. */
  private static final double DARK = 12;

  private final Mats mats = new Mats();
  private final Mat logarithm = mats.kept(new Mat(1, 256, CvType.CV_8U));
  private final Mat now = mats.one();
  private final Mat before = mats.one();
  private final Mat ratio = mats.one();

  LogRatio() {
    byte[] table = new byte[256];
    for (int i = 0; i < table.length; i++) {
      table[i] = (byte) Math.round(UNIT * Math.log((i + DARK) / DARK));
    }
    logarithm.put(0, 0, table);
  }

  /** Of a picture and its background, both grey; lent until the next one. */
  Mat of(Mat grey, Mat usual) {
    Core.LUT(grey, logarithm, now);
    Core.LUT(usual, logarithm, before);
    Core.addWeighted(now, 1, before, -1, SAME, ratio);
    return ratio;
  }

  @Override
  public void close() {
    mats.close();
  }
}
