// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.proof;

import io.wayside.core.device.Frame;
import io.wayside.core.device.Frame.PixelFormat;
import java.nio.ByteBuffer;

/** The pixels of a picture along a line, as many as wanted, from its beginning to its end. */
final class Slice {

  private Slice() {}

  /** Colours as 0xRRGGBB; each is the mean of three pixels across the line. */
  static int[] of(Frame frame, ProofLine line, int samples) {
    double dx = line.toX() - line.fromX();
    double dy = line.toY() - line.fromY();
    double length = Math.max(1e-9, Math.hypot(dx, dy));
    int[] colours = new int[samples];
    for (int i = 0; i < samples; i++) {
      double share = (i + 0.5) / samples;
      double x = line.fromX() + share * dx;
      double y = line.fromY() + share * dy;
      int red = 0;
      int green = 0;
      int blue = 0;
      for (int across = -1; across <= 1; across++) {
        int colour = at(frame, x - across * dy / length, y + across * dx / length);
        red += colour >> 16;
        green += colour >> 8 & 0xff;
        blue += colour & 0xff;
      }
      colours[i] = (red / 3) << 16 | (green / 3) << 8 | (blue / 3);
    }
    return colours;
  }

  /** The nearest pixel; outside of the picture that of its edge. */
  static int at(Frame frame, double x, double y) {
    int column = Math.max(0, Math.min(frame.widthPx() - 1, (int) Math.floor(x)));
    int row = Math.max(0, Math.min(frame.heightPx() - 1, (int) Math.floor(y)));
    ByteBuffer pixels = frame.pixels();
    int at = pixels.position() + (row * frame.widthPx() + column) * frame.format().bytesPerPixel();
    if (frame.format() == PixelFormat.GREY8) {
      int grey = pixels.get(at) & 0xff;
      return grey << 16 | grey << 8 | grey;
    }
    return (pixels.get(at + 2) & 0xff) << 16
        | (pixels.get(at + 1) & 0xff) << 8
        | (pixels.get(at) & 0xff);
  }
}
