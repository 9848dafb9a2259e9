// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.sighting;

import io.wayside.counting.vision.Box;

/**
 * Where an outline stands and how large it is. All are in widths of the picture, places from its
 * middle, so that nothing depends on how many pixels it has.
 *
 * @param u to the right
 * @param v downwards, of its lower edge
 */
record Extent(double u, double v, double w, double h) {

  static Extent of(Box box, double widthPx, double heightPx) {
    return new Extent(
        (box.foot().x() - widthPx / 2) / widthPx,
        (box.foot().y() - heightPx / 2) / widthPx,
        box.w() / widthPx,
        box.h() / widthPx);
  }
}
