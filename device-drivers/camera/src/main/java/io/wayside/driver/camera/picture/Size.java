// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.picture;

/** Width and height in pixels; 16 million pixels at most, above which a picture is refused. */
public record Size(int widthPx, int heightPx) {

  private static final int MOST_PIXELS = 1 << 24;

  public Size {
    if (!isPossible(widthPx, heightPx)) {
      throw new IllegalArgumentException("no picture has " + widthPx + "x" + heightPx + " pixels");
    }
  }

  public static boolean isPossible(int widthPx, int heightPx) {
    return widthPx >= 1 && heightPx >= 1 && (long) widthPx * heightPx <= MOST_PIXELS;
  }

  /** In blue, green, red. */
  public int bytes() {
    return 3 * widthPx * heightPx;
  }

  @Override
  public String toString() {
    return widthPx + "x" + heightPx;
  }
}
