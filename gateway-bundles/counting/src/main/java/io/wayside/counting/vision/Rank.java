// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.List;

/**
 * Riders abreast, seen from above as small as windows. What is left of a car that falls into parts
 * is of all sizes, or lies one behind the other as its windows do; riders are alike, compact, and
 * beside each other with road between them.
 */
final class Rank {

  /** The largest of them, of the smallest: in pixels, and in length and width. */
  private static final double ALIKE = 1.7;

  /** What is compact fills its box by more than that. */
  private static final double FILLED = 0.5;

  /** One is ahead of the other by that at most, in lengths. */
  private static final double AHEAD = 2;

  private Rank() {}

  /**
   * Whether somebody near is like it and beside it.
   *
   * @param motion how both move, if that is known; else (0, 0)
   */
  static boolean are(Blob one, Blob other, Point motion) {
    return isCompact(one)
        && isCompact(other)
        && isAlike(one, other)
        && isBeside(one, other, motion);
  }

  /** Whether it has such a one, and all who are near are such. */
  static boolean isOf(Blob one, List<Blob> near, Point motion) {
    return !near.isEmpty() && near.stream().allMatch(other -> are(one, other, motion));
  }

  private static boolean isCompact(Blob blob) {
    return blob.area() > FILLED * blob.box().area();
  }

  private static boolean isAlike(Blob one, Blob other) {
    return within(one.area(), other.area())
        && within(one.box().w(), other.box().w())
        && within(one.box().h(), other.box().h());
  }

  private static boolean within(double a, double b) {
    return Math.max(a, b) <= ALIKE * Math.min(a, b);
  }

  private static boolean isBeside(Blob one, Blob other, Point motion) {
    double speed = Math.hypot(motion.x(), motion.y());
    if (speed == 0) {
      return true;
    }
    double x = motion.x() / speed;
    double y = motion.y() / speed;
    double dx = other.box().centre().x() - one.box().centre().x();
    double dy = other.box().centre().y() - one.box().centre().y();
    double ahead = Math.abs(dx * x + dy * y);
    double aside = Math.abs(dx * y - dy * x);
    return ahead <= AHEAD * mean(one, other, x, y) && aside > mean(one, other, y, x);
  }

  /** Mean extent of both boxes along a way. */
  private static double mean(Blob one, Blob other, double x, double y) {
    return (extent(one.box(), x, y) + extent(other.box(), x, y)) / 2;
  }

  private static double extent(Box box, double x, double y) {
    return box.w() * Math.abs(x) + box.h() * Math.abs(y);
  }
}
