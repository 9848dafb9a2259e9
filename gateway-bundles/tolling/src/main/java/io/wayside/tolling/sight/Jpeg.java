// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.sight;

import io.wayside.core.device.Frame;
import io.wayside.core.device.Frame.PixelFormat;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A copy of a frame on its way to a JPEG; the frame itself is lent for a moment only. */
final class Jpeg {

  private final BufferedImage image;

  private Jpeg(BufferedImage image) {
    this.image = image;
  }

  static Jpeg copy(Frame frame) {
    int type =
        frame.format() == PixelFormat.GREY8
            ? BufferedImage.TYPE_BYTE_GRAY
            : BufferedImage.TYPE_3BYTE_BGR;
    BufferedImage image = new BufferedImage(frame.widthPx(), frame.heightPx(), type);
    byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    frame.pixels().duplicate().get(pixels);
    return new Jpeg(image);
  }

  byte[] encoded() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(image, "jpeg", out)) {
        throw new IOException("this Java has no encoder for JPEG; install one with java.desktop");
      }
    }
    return bytes.toByteArray();
  }
}
