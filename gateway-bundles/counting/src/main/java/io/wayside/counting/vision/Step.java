// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

/**
 * A place on the way of a vehicle.
 *
 * @param box where it is taken to be; its size is smoothed
 * @param looked as it was seen in this picture
 * @param alone whether its foreground was its own there
 */
public record Step(double atS, Box box, Box looked, boolean alone) {

  /** Both as one, at the same moment. */
  Step with(Step part) {
    return new Step(atS, box.with(part.box), looked.with(part.looked), alone && part.alone);
  }

  Point centre() {
    return box.centre();
  }

  /** The middle of its width, so much of its height above its lower edge. */
  Point above(double share) {
    return new Point(box.x() + box.w() / 2, box.bottom() - share * box.h());
  }
}
