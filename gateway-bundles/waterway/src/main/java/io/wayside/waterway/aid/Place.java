// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.aid;

import io.wayside.core.water.Fix;

/** Where an aid stands by the chart, in WGS 84 degrees. */
public record Place(double latitudeDeg, double longitudeDeg) {

  private static final double EQUATOR_M = 6378137.0;
  private static final double FLATTENING = 1 / 298.257223563;

  public Place {
    if (!(Math.abs(latitudeDeg) < 90) || !(Math.abs(longitudeDeg) <= 180)) {
      throw new IllegalArgumentException(
          "no place for an aid: latitude " + latitudeDeg + ", longitude " + longitudeDeg);
    }
  }

  /**
   * From here to a fix, on the plane that touches the ellipsoid here: exact to a centimetre for the
   * few hundred metres that matter, and far off still far off.
   */
  public Offset to(Fix fix) {
    double eccentricity2 = FLATTENING * (2 - FLATTENING);
    double sine = Math.sin(Math.toRadians(latitudeDeg));
    double root = Math.sqrt(1 - eccentricity2 * sine * sine);
    double meridianM = EQUATOR_M * (1 - eccentricity2) / (root * root * root);
    double parallelM = EQUATOR_M / root * Math.cos(Math.toRadians(latitudeDeg));
    double turns = Math.IEEEremainder(fix.longitudeDeg() - longitudeDeg, 360);
    return new Offset(
        Math.toRadians(turns) * parallelM,
        Math.toRadians(fix.latitudeDeg() - latitudeDeg) * meridianM);
  }
}
