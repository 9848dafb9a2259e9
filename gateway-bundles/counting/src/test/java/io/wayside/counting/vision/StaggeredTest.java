// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Riders whose foreground runs together, on a road ten pixels to a metre. */
class StaggeredTest {

  private static final Point DOWN = new Point(0, 80);

  private final Staggered staggered = new Staggered(new FlatRoad());

  private List<Box> two(Blobs drawn, Point motion) {
    return staggered.of(drawn.all().get(0), drawn, motion).stream()
        .flatMap(List::stream)
        .map(Blob::box)
        .toList();
  }

  private static Blobs riders(int behindPx) {
    return new Blobs(200, 120).fill(50, 20, 8, 26).fill(58, 20 + behindPx, 8, 26);
  }

  @Test
  void ridersOfWhomOneIsAheadAreTwo() {
    assertThat(two(riders(12), DOWN))
        .containsExactly(new Box(50, 20, 8, 26), new Box(58, 32, 8, 26));
  }

  @Test
  void aRiderBesideTheMiddleOfACarIsAnother() {
    Blobs drawn = new Blobs(200, 120).fill(50, 20, 20, 50).fill(70, 34, 8, 20);
    assertThat(two(drawn, DOWN)).containsExactly(new Box(50, 20, 20, 50), new Box(70, 34, 8, 20));
  }

  @Test
  void ridersThatAreLevelMayBeOneVehicle() {
    assertThat(two(riders(2), DOWN)).isEmpty();
  }

  @Test
  void aCarOfWhichOneCornerIsAsDarkAsTheRoadStaysOne() {
    Blobs drawn = new Blobs(200, 120).fill(50, 20, 9, 40).fill(59, 20, 9, 22);
    assertThat(two(drawn, DOWN)).isEmpty();
  }

  @Test
  void edgesOfSomethingDarkAreNoSides() {
    Blobs drawn =
        new Blobs(200, 120)
            .fill(50, 20, 2, 26)
            .fill(50, 44, 8, 2)
            .fill(58, 32, 2, 26)
            .fill(58, 32, 8, 2);
    assertThat(two(drawn, DOWN)).isEmpty();
  }

  @Test
  void whatIsNoVehicleByItselfIsNoSide() {
    Blobs drawn = new Blobs(200, 120).fill(50, 20, 20, 50).fill(70, 40, 4, 8);
    assertThat(two(drawn, DOWN)).isEmpty();
  }

  @Test
  void whoRidesAcrossThePictureIsNotLookedAt() {
    assertThat(two(riders(12), new Point(80, 10))).isEmpty();
  }
}
