// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.proof;

import io.wayside.core.device.Frame;
import io.wayside.core.device.Frame.PixelFormat;
import java.nio.ByteBuffer;
import java.util.function.IntBinaryOperator;

/** Frames made of a function of place. */
final class Pictures {

  private Pictures() {}

  /** A frame in colour; the function gives 0xRRGGBB for column and row. */
  static Frame coloured(int width, int height, IntBinaryOperator colour) {
    ByteBuffer pixels = ByteBuffer.allocate(width * height * 3);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int rgb = colour.applyAsInt(x, y);
        pixels.put((byte) rgb).put((byte) (rgb >> 8)).put((byte) (rgb >> 16));
      }
    }
    return new Frame(0, width, height, PixelFormat.BGR24, pixels.flip(), 0);
  }

  static Frame plain(int colour) {
    return coloured(64, 48, (x, y) -> colour);
  }

  static Frame grey(int width, int height, IntBinaryOperator grey) {
    ByteBuffer pixels = ByteBuffer.allocate(width * height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixels.put((byte) grey.applyAsInt(x, y));
      }
    }
    return new Frame(0, width, height, PixelFormat.GREY8, pixels.flip(), 0);
  }
}
