// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.water;

import java.util.OptionalDouble;

/**
 * A place somebody measured, in WGS 84.
 *
 * @param latitudeDeg degrees, north is positive
 * @param longitudeDeg degrees, east is positive
 * @param sigmaM one standard deviation of the horizontal error in metres, where it is told
 * @param hdop horizontal dilution of precision, where it is told
 */
public record Fix(
    double latitudeDeg, double longitudeDeg, OptionalDouble sigmaM, OptionalDouble hdop) {

  public Fix {
    if (!(Math.abs(latitudeDeg) <= 90) || !(Math.abs(longitudeDeg) <= 180)) {
      throw new IllegalArgumentException(
          "no place on earth: latitude " + latitudeDeg + ", longitude " + longitudeDeg);
    }
  }

  public static Fix of(double latitudeDeg, double longitudeDeg) {
    return new Fix(latitudeDeg, longitudeDeg, OptionalDouble.empty(), OptionalDouble.empty());
  }
}
