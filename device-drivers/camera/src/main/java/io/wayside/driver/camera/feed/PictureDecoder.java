// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.feed;

import io.wayside.core.device.DeviceException.Garbled;
import io.wayside.driver.camera.picture.Picture;
import io.wayside.driver.camera.picture.Size;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/** JPEG and PNG made pixels by the JDK. Not for several threads. */
public final class PictureDecoder {

  private @Nullable BufferedImage canvas;

  /**
   * Decodes one file's content.
   *
   * @param name for the message if it is garbled
   */
  public Picture decode(byte[] content, String name, long arrivedNanos, int skippedBefore)
      throws Garbled {
    try (MemoryCacheImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw garbled(name, "it is neither JPEG nor PNG");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return drawn(reader, name, arrivedNanos, skippedBefore);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException broken) { // the JDK's readers throw all kinds
      throw garbled(name, String.valueOf(broken.getMessage()));
    }
  }

  private Picture drawn(ImageReader reader, String name, long arrivedNanos, int skippedBefore)
      throws IOException, Garbled {
    // The head says the size before anything is allocated for it.
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if (!Size.isPossible(width, height)) {
      throw garbled(name, width + "x" + height + " pixels are too many");
    }
    BufferedImage bgr = inBgr(reader.read(0));
    byte[] bytes = ((DataBufferByte) bgr.getRaster().getDataBuffer()).getData();
    Size size = new Size(width, height);
    return new Picture(bytes, size, size, arrivedNanos, skippedBefore);
  }

  /** Colour JPEG is in it already. */
  private BufferedImage inBgr(BufferedImage image) {
    if (image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
      return image;
    }
    BufferedImage bgr = canvas(image.getWidth(), image.getHeight());
    Graphics2D graphics = bgr.createGraphics();
    try {
      // What is transparent must not show the picture before.
      graphics.setComposite(AlphaComposite.Src);
      graphics.drawImage(image, 0, 0, null);
    } finally {
      graphics.dispose();
    }
    return bgr;
  }

  private BufferedImage canvas(int width, int height) {
    BufferedImage same = canvas;
    if (same == null || same.getWidth() != width || same.getHeight() != height) {
      same = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
      canvas = same;
    }
    return same;
  }

  private static Garbled garbled(String name, String why) {
    return new Garbled(name + " is no picture (" + why + "); check what makes it");
  }
}
