// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.Optional;

/** What is known of the road in metres, where somebody measured it. */
public interface Yardstick {

  /**
   * Whether one vehicle of any usual kind has such an outline there.
   *
   * @param motion in the picture; only its direction counts
   */
  boolean holdsOne(Box box, Point motion);

  /**
   * Whether a car or a van has such an outline there.
   *
   * @param motion in the picture; only its direction counts
   */
  default boolean holdsCar(Box box, Point motion) {
    return false;
  }

  /**
   * Where the middle of what a vehicle covers of the road is seen, by the usual vehicle that its
   * outline is most like; nothing where it is like none.
   *
   * @param motion in the picture; only its direction counts
   */
  default Optional<Point> middle(Box box, Point motion) {
    return Optional.empty();
  }

  /** How far two points of the picture are apart on the road; infinite at the horizon. */
  double apartM(Point a, Point b);

  /** The place of the road that is seen there, in metres; none at the horizon and above. */
  Optional<Point> onRoad(Point px);

  /** Where a place of the road is seen; none that lies behind the camera. */
  Optional<Point> inPicture(Point m);

  /** How many metres of the road a pixel there covers across the view; infinite at the horizon. */
  default double metresOfPixel(Point px) {
    return apartM(px, new Point(px.x() + 1, px.y()));
  }
}
