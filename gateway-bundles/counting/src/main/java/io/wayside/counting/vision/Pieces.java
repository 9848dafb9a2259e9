// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

/**
 * Whether two that are followed may be pieces of one vehicle where nobody measured the road, as far
 * as place and motion tell: pieces lie before or beside each other, not cornerwise, with less
 * between them than the larger one is long, and go alike.
 */
final class Pieces {

  /** So much of the smaller one's side lies before or beside the other. */
  private static final double FACING = 0.5;

  /** What may lie between them, in sizes of the larger one. */
  private static final double BETWEEN = 0.8;

  private Pieces() {}

  static boolean mayBe(Track a, Track b) {
    return mayBe(a.box(), b.box()) && OneBody.asFast(a, b);
  }

  static boolean mayBe(Box a, Box b) {
    double x = Math.min(a.right(), b.right()) - Math.max(a.x(), b.x());
    double y = Math.min(a.bottom(), b.bottom()) - Math.max(a.y(), b.y());
    boolean facing = x > FACING * Math.min(a.w(), b.w()) || y > FACING * Math.min(a.h(), b.h());
    double between = Math.max(0, Math.max(-x, -y));
    return facing && between < BETWEEN * Math.sqrt(Math.max(a.area(), b.area()));
  }
}
