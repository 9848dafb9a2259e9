// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.aid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.water.Fix;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Distances on the ellipsoid, against chords between points in space. */
class PlaceTest {

  private static final double A = 6378137.0;
  private static final double B = 6356752.314245;

  /** A point of the ellipsoid in space, by its own axes: another road to the same distance. */
  private static double[] space(double latitudeDeg, double longitudeDeg) {
    double lat = Math.toRadians(latitudeDeg);
    double lon = Math.toRadians(longitudeDeg);
    double n = A * A / Math.hypot(A * Math.cos(lat), B * Math.sin(lat));
    return new double[] {
      n * Math.cos(lat) * Math.cos(lon),
      n * Math.cos(lat) * Math.sin(lon),
      B * B / (A * A) * n * Math.sin(lat)
    };
  }

  @Test
  void nearPointsAreAsFarAsTheirChord() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      double lat = -70 + 140 * random.nextDouble();
      double lon = -180 + 360 * random.nextDouble();
      double lat2 = lat + 2e-3 * (random.nextDouble() - 0.5);
      double lon2 = Math.IEEEremainder(lon + 2e-3 * (random.nextDouble() - 0.5), 360);
      double[] one = space(lat, lon);
      double[] other = space(lat2, lon2);
      double chord =
          Math.sqrt(
              Math.pow(one[0] - other[0], 2)
                  + Math.pow(one[1] - other[1], 2)
                  + Math.pow(one[2] - other[2], 2));

      assertThat(new Place(lat, lon).to(Fix.of(lat2, lon2)).distanceM())
          .isCloseTo(chord, within(0.02));
    }
  }

  @Test
  void bearingsGoClockwiseFromNorth() {
    Place place = new Place(20.5, 106.5);

    assertThat(place.to(Fix.of(20.6, 106.5)).bearingDeg()).isCloseTo(0, within(1e-9));
    assertThat(place.to(Fix.of(20.5, 106.6)).bearingDeg()).isCloseTo(90, within(1e-9));
    assertThat(place.to(Fix.of(20.4, 106.5)).bearingDeg()).isCloseTo(180, within(1e-9));
    assertThat(place.to(Fix.of(20.5, 106.4)).bearingDeg()).isCloseTo(270, within(1e-9));
  }

  @Test
  void theDateLineIsNoDistance() {
    assertThat(new Place(0, 179.9999).to(Fix.of(0, -179.9999)).distanceM())
        .isCloseTo(22.26, within(0.01));
  }

  @Test
  void aPoleIsNoPlaceForAnAid() {
    assertThatThrownBy(() -> new Place(90, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
