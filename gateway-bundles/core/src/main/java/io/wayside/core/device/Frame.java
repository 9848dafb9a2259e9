// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

import java.nio.ByteBuffer;

/**
 * One picture, lent to the listener until its call returns.
 *
 * @param monotonicNanos when it was exposed as far as known, else when it arrived
 * @param widthPx width in pixels
 * @param heightPx height in pixels
 * @param format layout of {@code pixels}
 * @param pixels read-only, rows from the top, without padding
 * @param missedBefore frames this listener missed since the frame before
 */
public record Frame(
    long monotonicNanos,
    int widthPx,
    int heightPx,
    PixelFormat format,
    ByteBuffer pixels,
    int missedBefore) {

  /** Layout of pixels. */
  public enum PixelFormat {
    GREY8(1),
    BGR24(3);

    private final int bytesPerPixel;

    PixelFormat(int bytesPerPixel) {
      this.bytesPerPixel = bytesPerPixel;
    }

    public int bytesPerPixel() {
      return bytesPerPixel;
    }
  }

  public Frame {
    if (widthPx < 1
        || heightPx < 1
        || pixels.remaining() != (long) widthPx * heightPx * format.bytesPerPixel()) {
      throw new IllegalArgumentException(
          "a "
              + widthPx
              + " x "
              + heightPx
              + " "
              + format
              + " frame cannot have "
              + pixels.remaining()
              + " bytes");
    }
    pixels = pixels.asReadOnlyBuffer();
  }
}
