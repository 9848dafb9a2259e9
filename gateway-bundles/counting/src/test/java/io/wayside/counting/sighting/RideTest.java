// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.sighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.counting.vision.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Places on straight lines, some of them wrong. */
class RideTest {

  @Test
  void aQuarterOfWrongPlacesDoesNotTurnIt() {
    Random random = new Random(1);
    for (int trial = 0; trial < 200; trial++) {
      double vx = -3 + 6 * random.nextDouble();
      double vy = 5 + 10 * random.nextDouble();
      List<Ride.Place> places = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        double s = i / 15.0;
        boolean wrong = i % 4 == trial % 4;
        places.add(
            new Ride.Place(
                s, new Point(2 + vx * s, 10 + vy * s + (wrong ? 3 + 4 * random.nextDouble() : 0))));
      }
      Ride ride = Ride.through(places).orElseThrow();
      assertThat(ride.heading().x()).isCloseTo(vx, within(0.01));
      assertThat(ride.heading().y()).isCloseTo(vy, within(0.05 * vy));
    }
  }

  @Test
  void threePlacesAreTooFew() {
    Ride.Place place = new Ride.Place(0, new Point(0, 0));
    assertThat(Ride.through(List.of(place, place, place))).isEmpty();
  }
}
