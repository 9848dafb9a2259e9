// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.proof;

import io.wayside.core.device.Frame;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.Optional;

/**
 * The last seconds as small pictures, since a counter tells of a vehicle some time after it has
 * passed.
 */
final class Reel {

  /** Wide enough to tell a motorcycle from a car at the other side of a road. */
  static final int WIDTH_PX = 480;

  private static final double EVERY_S = 0.08;
  private static final double KEPT_S = 6;

  private record Small(double atS, BufferedImage picture) {}

  private final ArrayDeque<Small> kept = new ArrayDeque<>();

  void add(double atS, Frame frame) {
    Small last = kept.peekLast();
    if (last != null && atS - last.atS() < EVERY_S) {
      return;
    }
    kept.addLast(new Small(atS, small(frame)));
    while (atS - kept.getFirst().atS() > KEPT_S) {
      kept.removeFirst();
    }
  }

  /** The picture nearest to a moment. */
  Optional<BufferedImage> at(double atS) {
    Small best = null;
    for (Small small : kept) {
      if (best == null || Math.abs(small.atS() - atS) < Math.abs(best.atS() - atS)) {
        best = small;
      }
    }
    return best == null ? Optional.empty() : Optional.of(best.picture());
  }

  private static BufferedImage small(Frame frame) {
    int width = Math.min(WIDTH_PX, frame.widthPx());
    int height = Math.max(1, (int) Math.round((double) frame.heightPx() * width / frame.widthPx()));
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    double scale = (double) frame.widthPx() / width;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, Slice.at(frame, (x + 0.5) * scale, (y + 0.5) * scale));
      }
    }
    return picture;
  }
}
