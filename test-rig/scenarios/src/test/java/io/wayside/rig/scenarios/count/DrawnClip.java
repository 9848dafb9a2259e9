// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.count;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Five seconds at ten pictures a second of 160x120: one comes down, one goes up. */
final class DrawnClip {

  private DrawnClip() {}

  static String in(Path pictures) throws IOException {
    Files.createDirectories(pictures);
    for (int i = 0; i < 50; i++) {
      BufferedImage image = new BufferedImage(160, 120, BufferedImage.TYPE_3BYTE_BGR);
      Graphics2D pen = image.createGraphics();
      pen.setColor(new Color(95, 95, 95));
      pen.fillRect(0, 0, 160, 120);
      pen.setColor(new Color(220, 220, 220));
      pen.fillRect(20, -30 + 5 * (i - 12), 34, 26);
      pen.fillRect(100, 124 - 5 * (i - 12), 34, 26);
      pen.dispose();
      ImageIO.write(image, "png", pictures.resolve("frame-" + i + ".png").toFile());
    }
    return pictures.toString();
  }
}
