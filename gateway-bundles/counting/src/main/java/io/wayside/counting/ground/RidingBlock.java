// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.ground;

import io.wayside.counting.vision.Box;
import io.wayside.counting.vision.Point;

/**
 * A block that rides straight over the road at an even speed.
 *
 * @param middle of what it covers of the road at time 0, in metres
 * @param mps how it moves, in metres a second; its front is where that points
 */
public record RidingBlock(Point middle, Point mps, Body body) {

  /** Where its middle is after so many seconds, or was before. */
  public Point at(double afterS) {
    return new Point(middle.x() + afterS * mps.x(), middle.y() + afterS * mps.y());
  }

  /** How it is seen after so many seconds. */
  public Box outline(CameraView view, double afterS) {
    return view.outline(at(afterS), mps, body);
  }

  public double speedMps() {
    return Math.hypot(mps.x(), mps.y());
  }
}
