// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.List;

/** A polygon of the picture: what happens outside of it is not looked at. */
public record Region(List<Point> corners) {

  public Region {
    corners = List.copyOf(corners);
    if (corners.size() < 3) {
      throw new IllegalArgumentException(
          "a mask of " + corners.size() + " corners holds nothing; give it three or more");
    }
  }

  /** Whether a point lies within, by the number of sides to its right. */
  public boolean holds(Point point) {
    boolean inside = false;
    for (int i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
      Point a = corners.get(i);
      Point b = corners.get(j);
      if ((a.y() > point.y()) != (b.y() > point.y())
          && point.x() < a.x() + (point.y() - a.y()) / (b.y() - a.y()) * (b.x() - a.x())) {
        inside = !inside;
      }
    }
    return inside;
  }

  public Region scaled(double factorX, double factorY) {
    return new Region(corners.stream().map(p -> p.scaled(factorX, factorY)).toList());
  }
}
