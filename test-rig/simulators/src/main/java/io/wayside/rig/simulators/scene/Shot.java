// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene;

/** Size and rate of the pictures that are wanted. */
public record Shot(int widthPx, int heightPx, double rateHz) {

  private static final int LEAST_PX = 64;
  private static final int MOST_PX = 4096;
  private static final double MOST_HZ = 120;

  public Shot {
    if (widthPx < LEAST_PX || heightPx < LEAST_PX || widthPx > MOST_PX || heightPx > MOST_PX) {
      throw new IllegalArgumentException(
          "a picture is from "
              + LEAST_PX
              + " to "
              + MOST_PX
              + " pixels wide and high, not "
              + widthPx
              + "x"
              + heightPx);
    }
    if (!(rateHz >= 1 && rateHz <= MOST_HZ)) {
      throw new IllegalArgumentException("from 1 to 120 pictures a second, not " + rateHz);
    }
  }

  /** What counters usually get: a network camera's second stream. */
  public static Shot usual() {
    return new Shot(640, 352, 15);
  }
}
