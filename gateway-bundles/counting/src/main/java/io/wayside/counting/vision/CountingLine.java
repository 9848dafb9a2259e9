// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

/** A line that is counted on, from one end to the other; left and right are as seen along it. */
public record CountingLine(String id, Point from, Point to) {

  /** The side something moves to. */
  public enum Side {
    LEFT,
    RIGHT
  }

  public CountingLine {
    if (from.distance(to) < 1) {
      throw new IllegalArgumentException(
          "line " + id + " is shorter than a pixel; give it two ends that are apart");
    }
  }

  /** Distance from the line through both ends in pixels, positive to the right. */
  double distance(Point point) {
    return ((to.x() - from.x()) * (point.y() - from.y())
            - (to.y() - from.y()) * (point.x() - from.x()))
        / from.distance(to);
  }

  /** Where along it a point lies: 0 at the beginning, 1 at the end. */
  public double along(Point point) {
    double length = from.distance(to);
    return ((point.x() - from.x()) * (to.x() - from.x())
            + (point.y() - from.y()) * (to.y() - from.y()))
        / (length * length);
  }

  public CountingLine scaled(double factorX, double factorY) {
    return new CountingLine(id, from.scaled(factorX, factorY), to.scaled(factorX, factorY));
  }
}
