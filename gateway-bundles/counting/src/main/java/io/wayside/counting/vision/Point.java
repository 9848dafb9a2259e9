// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

/** A place, in pixels of the picture or in metres of the ground, as its user says. */
public record Point(double x, double y) {

  public double distance(Point other) {
    return Math.hypot(x - other.x, y - other.y);
  }

  /** The point at a share of the way to another one. */
  public Point towards(Point other, double share) {
    return new Point(x + share * (other.x - x), y + share * (other.y - y));
  }

  public Point scaled(double factorX, double factorY) {
    return new Point(x * factorX, y * factorY);
  }
}
