// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.traffic;

import io.wayside.core.water.Fix;
import io.wayside.waterway.aid.Offset;
import io.wayside.waterway.aid.Place;

/**
 * A line over the water, from one bank to the other. Looking from the first end to the second, one
 * side is its left and the other its right.
 *
 * @param toRight what the way from left to right is called, such as {@code downstream}
 * @param toLeft what the way back is called
 */
public record PassLine(Place from, Place to, String toRight, String toLeft) {

  private static final double SHORTEST_M = 1;

  public PassLine {
    double lengthM = from.to(fix(to)).distanceM();
    if (!(lengthM >= SHORTEST_M)) {
      throw new IllegalArgumentException(
          "the ends of a line lie apart, not " + lengthM + " m; correct their coordinates");
    }
    if (toRight.isBlank() || toRight.equals(toLeft)) {
      throw new IllegalArgumentException(
          "the two ways over a line have two names, not \""
              + toRight
              + "\" and \""
              + toLeft
              + "\"");
    }
  }

  private static Fix fix(Place place) {
    return Fix.of(place.latitudeDeg(), place.longitudeDeg());
  }

  public double lengthM() {
    return from.to(fix(to)).distanceM();
  }

  /**
   * A place as the line sees it.
   *
   * @param alongM from the first end towards the second
   * @param rightM to the right of the line
   */
  public record Seat(double alongM, double rightM) {
    double distanceM(Seat other) {
      return Math.hypot(alongM - other.alongM, rightM - other.rightM);
    }
  }

  Seat seat(Fix fix) {
    Offset end = from.to(fix(to));
    Offset here = from.to(fix);
    double length = end.distanceM();
    double east = end.eastM() / length;
    double north = end.northM() / length;
    return new Seat(
        here.eastM() * east + here.northM() * north, here.eastM() * north - here.northM() * east);
  }

  boolean spans(double alongM) {
    return alongM >= 0 && alongM <= lengthM();
  }
}
