// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.picture;

/**
 * Makes a picture another size: each new pixel is the mean of those it covers. Reuses its bytes.
 */
public final class Scaler {

  private final Size wanted;
  private byte[] bytes = new byte[0];

  public Scaler(Size wanted) {
    this.wanted = wanted;
  }

  /** The picture in the wanted size; the same one if it has it. */
  public Picture scaled(Picture picture) {
    if (picture.size().equals(wanted)) {
      return picture;
    }
    if (bytes.length != wanted.bytes()) {
      bytes = new byte[wanted.bytes()];
    }
    int at = 0;
    for (int row = 0; row < wanted.heightPx(); row++) {
      int top = start(row, picture.size().heightPx(), wanted.heightPx());
      int bottom = end(row, picture.size().heightPx(), wanted.heightPx());
      for (int column = 0; column < wanted.widthPx(); column++) {
        int left = start(column, picture.size().widthPx(), wanted.widthPx());
        int right = end(column, picture.size().widthPx(), wanted.widthPx());
        mean(picture, left, right, top, bottom, at);
        at += 3;
      }
    }
    return new Picture(
        bytes, wanted, picture.nativeSize(), picture.arrivedNanos(), picture.skippedBefore());
  }

  private static int start(int index, int from, int to) {
    return (int) ((long) index * from / to);
  }

  private static int end(int index, int from, int to) {
    return Math.max(start(index, from, to) + 1, (int) ((index + 1L) * from / to));
  }

  private void mean(Picture picture, int left, int right, int top, int bottom, int at) {
    int width = picture.size().widthPx();
    byte[] bgr = picture.bgr();
    int blue = 0;
    int green = 0;
    int red = 0;
    for (int y = top; y < bottom; y++) {
      for (int i = 3 * (y * width + left); i < 3 * (y * width + right); i += 3) {
        blue += bgr[i] & 0xff;
        green += bgr[i + 1] & 0xff;
        red += bgr[i + 2] & 0xff;
      }
    }
    int count = (right - left) * (bottom - top);
    bytes[at] = (byte) ((blue + count / 2) / count);
    bytes[at + 1] = (byte) ((green + count / 2) / count);
    bytes[at + 2] = (byte) ((red + count / 2) / count);
  }
}
