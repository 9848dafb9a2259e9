// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.sighting;

import io.wayside.counting.ground.Kind;
import io.wayside.counting.vision.Box;
import io.wayside.counting.vision.Counted;
import io.wayside.counting.vision.Point;
import java.util.OptionalDouble;

/**
 * A guess at the kind without metres: by the shape of its outline, and by how large it is beside
 * what usually passes there. Nobody can know from pixels alone whether that is a car, so the
 * confidence is low.
 */
final class RelativeSize {

  /**
   * A rider from the front or behind is that much higher than wide; from the side, a little wider.
   */
  private static final double SLENDER = 1.5;

  private static final double SHORT = 1.35;

  private static final double SMALL = 0.4;
  private static final double LARGE = 2.3;

  private static final double GUESS = 0.4;
  private static final double BOLD_GUESS = 0.3;

  private RelativeSize() {}

  static Look look(Counted counted) {
    Box box = counted.box();
    double area = box.area() / (counted.usual().w() * counted.usual().h());
    if (area > LARGE) {
      return new Look(Kind.HEAVY, BOLD_GUESS, OptionalDouble.empty());
    }
    if (area < SMALL || isSlender(counted)) {
      return new Look(Kind.TWO_WHEELER, BOLD_GUESS, OptionalDouble.empty());
    }
    return new Look(Kind.LIGHT, GUESS, OptionalDouble.empty());
  }

  private static boolean isSlender(Counted counted) {
    Box box = counted.box();
    Point from = counted.way().get(0).box().centre();
    Point to = box.centre();
    boolean sideways = Math.abs(to.x() - from.x()) > 2 * Math.abs(to.y() - from.y());
    return sideways ? box.w() < SHORT * box.h() : box.h() > SLENDER * box.w();
  }
}
