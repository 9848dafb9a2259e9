// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.ground;

import io.wayside.counting.vision.Point;

/** Nine numbers that map points of a plane to points of another, by rows. */
final class Matrix3 {

  private final double[] m;

  Matrix3(double... m) {
    this.m = m.clone();
  }

  double[] m() {
    return m.clone();
  }

  Point map(Point p) {
    double w = weight(p);
    return new Point(
        (m[0] * p.x() + m[1] * p.y() + m[2]) / w, (m[3] * p.x() + m[4] * p.y() + m[5]) / w);
  }

  /** Its sign says on which side of the horizon a point lies. */
  double weight(Point p) {
    return m[6] * p.x() + m[7] * p.y() + m[8];
  }

  Matrix3 times(Matrix3 other) {
    double[] product = new double[9];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        for (int i = 0; i < 3; i++) {
          product[3 * row + column] += m[3 * row + i] * other.m[3 * i + column];
        }
      }
    }
    return new Matrix3(product);
  }

  /** By cofactors; of the points' mapping its scale does not matter, but its sign does. */
  Matrix3 inverse() {
    double a = m[4] * m[8] - m[5] * m[7];
    double b = m[5] * m[6] - m[3] * m[8];
    double c = m[3] * m[7] - m[4] * m[6];
    double det = m[0] * a + m[1] * b + m[2] * c;
    return new Matrix3(
        a / det,
        (m[2] * m[7] - m[1] * m[8]) / det,
        (m[1] * m[5] - m[2] * m[4]) / det,
        b / det,
        (m[0] * m[8] - m[2] * m[6]) / det,
        (m[2] * m[3] - m[0] * m[5]) / det,
        c / det,
        (m[1] * m[6] - m[0] * m[7]) / det,
        (m[0] * m[4] - m[1] * m[3]) / det);
  }
}
