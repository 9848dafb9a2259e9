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

  /** Whether a box is within so many of its sizes of the line. */
  boolean isNear(Box box, double sizes) {
    double near = sizes * Math.max(box.w(), box.h());
    double along = along(box.centre());
    double margin = near / from.distance(to);
    return Math.abs(distance(box.centre())) < near && along > -margin && along < 1 + margin;
  }

  /** Whether a part of the line lies in a box; the line is cut at each side of it in turn. */
  public boolean touches(Box box) {
    double dx = to.x() - from.x();
    double dy = to.y() - from.y();
    double[] outwards = {-dx, dx, -dy, dy};
    double[] room = {
      from.x() - box.x(), box.right() - from.x(), from.y() - box.y(), box.bottom() - from.y()
    };
    double first = 0;
    double last = 1;
    for (int side = 0; side < 4; side++) {
      if (outwards[side] == 0 && room[side] < 0) {
        return false;
      }
      if (outwards[side] < 0) {
        first = Math.max(first, room[side] / outwards[side]);
      } else if (outwards[side] > 0) {
        last = Math.min(last, room[side] / outwards[side]);
      }
    }
    return first <= last;
  }

  public CountingLine scaled(double factorX, double factorY) {
    return new CountingLine(id, from.scaled(factorX, factorY), to.scaled(factorX, factorY));
  }
}
