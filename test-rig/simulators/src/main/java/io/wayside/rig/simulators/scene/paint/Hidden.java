// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.paint;

import java.util.List;

/** How much of one body others hide. */
final class Hidden {

  private Hidden() {}

  /** A body as it was drawn. */
  record Layer(int id, Sprite sprite) {}

  /**
   * The hidden share of a body.
   *
   * @param layers the farthest first
   */
  static double share(List<Layer> layers, int id) {
    int at = 0;
    while (at < layers.size() && layers.get(at).id() != id) {
      at++;
    }
    if (at == layers.size()) {
      return 1;
    }
    Sprite own = layers.get(at).sprite();
    double all = 0;
    double seen = 0;
    for (int y = 0; y < own.height; y++) {
      for (int x = 0; x < own.width; x++) {
        double cover = own.cover[y * own.width + x];
        all += cover;
        for (int k = at + 1; k < layers.size() && cover > 0; k++) {
          cover *= 1 - coverOf(layers.get(k).sprite(), x + own.left, y + own.top);
        }
        seen += cover;
      }
    }
    return all == 0 ? 1 : 1 - seen / all;
  }

  private static double coverOf(Sprite sprite, int x, int y) {
    int sx = x - sprite.left;
    int sy = y - sprite.top;
    boolean inside = sx >= 0 && sy >= 0 && sx < sprite.width && sy < sprite.height;
    return inside ? sprite.cover[sy * sprite.width + sx] : 0;
  }
}
