// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.ground;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A vehicle as a block. Widths and heights are usual ones: two-wheelers with their rider; cars to
 * vans; two-axle lorries to trailer combinations (2.5 m wide and up to 4 m high by law in most
 * places).
 */
public record Body(Kind kind, double lengthM, double widthM, double heightM) {

  private static final double SHOULDERS_M = 0.58;

  /** Every body that is tried, shorter ones first. */
  static final List<Body> ALL = all();

  private static List<Body> all() {
    List<Body> all = new ArrayList<>();
    for (double length = 1.4; length < 2.5; length += 0.2) {
      all.add(new Body(Kind.TWO_WHEELER, length, 0.75, 1.6));
    }
    for (double length = 3.0; length < 6.0; length += 0.25) {
      all.add(new Body(Kind.LIGHT, length, 1.75, length < 4.6 ? 1.5 : 1.8));
    }
    for (double length = 6.25; length < 19; length += 0.5) {
      all.add(new Body(Kind.HEAVY, length, 2.5, length < 8 ? 2.8 : 3.4));
    }
    return List.copyOf(all);
  }

  /**
   * The usual body of this kind, or of any kind for what is none of them, that is about as long.
   */
  public static Body usual(Kind kind, double lengthM) {
    return ALL.stream()
        .filter(body -> kind == Kind.OTHER || body.kind() == kind)
        .min(Comparator.comparingDouble(body -> Math.abs(body.lengthM() - lengthM)))
        .map(Body::asSeen)
        .orElseThrow();
  }

  /** Handlebars and mirrors are thinner than a pixel: a rider looks as wide as his shoulders. */
  private Body asSeen() {
    return kind == Kind.TWO_WHEELER ? new Body(kind, lengthM, SHOULDERS_M, heightM) : this;
  }
}
