// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.sighting;

import io.wayside.counting.ground.Body;
import io.wayside.counting.vision.Point;

/**
 * How something on the road is turned to the camera.
 *
 * @param across part of its heading that lies across the view, -1 to 1
 * @param along part of it that lies along the view, away from the camera
 * @param sine of the angle at which the view meets the road there
 * @param cosine of it
 * @param shrinks how much farther a metre along the view is, as a part of its distance, where a
 *     metre takes a width of the picture
 * @param away where in the picture the road goes away to; of length 1
 * @param pace its speed over the road in widths of the picture a second
 */
record Pose(
    double across,
    double along,
    double sine,
    double cosine,
    double shrinks,
    Point away,
    double pace) {

  private static final double STANDING = 1e-9;

  /**
   * Of something that moves like that in the picture.
   *
   * @param tilt tangent of the angle at which the middle of the picture looks down
   * @param scale at its place, of that in the middle
   * @param steepness of the scale, see {@link Growth}
   */
  static Pose of(double tilt, double scale, double steepness, Point away, Point motion) {
    double angle = Math.atan(tilt * scale);
    double sine = Math.sin(angle);
    double cosine = Math.cos(angle);
    double across = -motion.x() * away.y() + motion.y() * away.x();
    double along = (motion.x() * away.x() + motion.y() * away.y()) / sine;
    double pace = Math.hypot(across, along);
    boolean stands = pace < STANDING;
    return new Pose(
        stands ? 0 : across / pace,
        stands ? 1 : along / pace,
        sine,
        cosine,
        cosine * tilt * steepness * scale,
        away,
        Math.max(pace, STANDING));
  }

  /** Width and height of the outline of a block, in metres of its near end. */
  Point outline(Body block, double perMetre) {
    double deep = block.lengthM() * Math.abs(along) + block.widthM() * Math.abs(across);
    double far = 1 / (1 + shrinks * deep * perMetre);
    double upM = block.heightM() * cosine * far;
    return new Point(
        extent(block, -away.y(), away.x(), far) + upM * Math.abs(away.x()),
        extent(block, away.x(), away.y(), far) + upM * Math.abs(away.y()));
  }

  /** Of what it covers of the road, by what a metre across and along the view adds to it. */
  private double extent(Body block, double ofAcross, double ofAlong, double far) {
    double length = across * ofAcross + along * sine * far * ofAlong;
    double width = across * sine * far * ofAlong - along * ofAcross;
    return block.lengthM() * Math.abs(length) + block.widthM() * Math.abs(width);
  }
}
