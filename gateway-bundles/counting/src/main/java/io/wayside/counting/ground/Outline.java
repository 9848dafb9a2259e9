// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.ground;

import io.wayside.counting.vision.Box;

/**
 * What was seen of a vehicle in one picture.
 *
 * @param atS when
 * @param left whether its left edge was in the picture, and not beyond
 */
public record Outline(
    double atS, Box box, boolean left, boolean top, boolean right, boolean bottom) {

  /** Of a picture of this size: an edge within this margin of its border may lie beyond it. */
  public static Outline within(
      double widthPx, double heightPx, double margin, double atS, Box box) {
    return new Outline(
        atS,
        box,
        box.x() > margin,
        box.y() > margin,
        box.right() < widthPx - margin,
        box.bottom() < heightPx - margin);
  }

  /** How many of its edges were seen. */
  public int edges() {
    return (left ? 1 : 0) + (top ? 1 : 0) + (right ? 1 : 0) + (bottom ? 1 : 0);
  }
}
