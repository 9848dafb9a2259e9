// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

/**
 * Along which axis most vehicles go through the picture, to and fro alike: the mean of their
 * directions with angles doubled, so that opposite ones are the same.
 */
final class Flow {

  private double cos;
  private double sin;

  /** A vehicle passed with this speed. */
  void add(double x, double y) {
    double size = Math.hypot(x, y);
    if (size > 0) {
      cos += (x * x - y * y) / size;
      sin += 2 * x * y / size;
    }
  }

  /** One of both directions of the axis; nothing before the first vehicle. */
  Point usual() {
    if (cos == 0 && sin == 0) {
      return new Point(0, 0);
    }
    double angle = Math.atan2(sin, cos) / 2;
    return new Point(Math.cos(angle), Math.sin(angle));
  }

  /** Whether it lies more along the picture than up and down. */
  boolean isSideways() {
    return cos > 0;
  }
}
