// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera;

import io.wayside.core.device.Frame;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures that show a number as seven black or white bars, which no compression can spoil. */
public final class Numbered {

  public static final int WIDTH = 160;
  public static final int HEIGHT = 90;
  private static final int BITS = 7;

  private Numbered() {}

  static BufferedImage image(int number) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = image.createGraphics();
    for (int bit = 0; bit < BITS; bit++) {
      graphics.setColor((number >> bit & 1) == 1 ? Color.WHITE : Color.BLACK);
      graphics.fillRect(bit * WIDTH / BITS, 0, WIDTH / BITS + 1, HEIGHT);
    }
    graphics.dispose();
    return image;
  }

  /** Blue, green, red, row by row. */
  public static byte[] raw(int number) {
    return ((DataBufferByte) image(number).getRaster().getDataBuffer()).getData();
  }

  public static byte[] file(int number, String format) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image(number), format, out);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** What a frame of any size shows. */
  static int in(Frame frame) {
    int number = 0;
    for (int bit = 0; bit < BITS; bit++) {
      int column = (2 * bit + 1) * frame.widthPx() / (2 * BITS);
      int pixel = frame.heightPx() / 2 * frame.widthPx() + column;
      if ((frame.pixels().get(3 * pixel + 1) & 0xff) > 127) {
        number |= 1 << bit;
      }
    }
    return number;
  }
}
