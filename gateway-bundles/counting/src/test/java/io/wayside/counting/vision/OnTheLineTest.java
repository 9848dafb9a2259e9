// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whether something is on a line, and who is near it. */
class OnTheLineTest {

  private static final CountingLine ACROSS =
      new CountingLine("A", new Point(0, 90), new Point(320, 90));

  /** A line touches a box when one of very many points of it lies in the box. */
  @Test
  void aLineTouchesABoxWhenAPointOfItLiesWithin() {
    Random random = new Random(11);
    int touching = 0;
    for (int trial = 0; trial < 4000; trial++) {
      Point from = new Point(random.nextInt(100), random.nextInt(100));
      Point to =
          trial % 3 == 0
              ? new Point(from.x(), from.y() + 5 + random.nextInt(40))
              : new Point(from.x() + 5 + random.nextInt(60), random.nextInt(100));
      Box box =
          new Box(
              random.nextInt(90),
              random.nextInt(90),
              3 + random.nextInt(30),
              3 + random.nextInt(30));
      boolean within = false;
      boolean nearly = false;
      for (int i = 0; i <= 2000; i++) {
        double x = from.x() + (to.x() - from.x()) * i / 2000;
        double y = from.y() + (to.y() - from.y()) * i / 2000;
        within |= x >= box.x() && x <= box.right() && y >= box.y() && y <= box.bottom();
        nearly |=
            x >= box.x() - 0.1
                && x <= box.right() + 0.1
                && y >= box.y() - 0.1
                && y <= box.bottom() + 0.1;
      }
      if (within == nearly) {
        assertThat(new CountingLine("L", from, to).touches(box)).isEqualTo(within);
        touching += within ? 1 : 0;
      }
    }
    assertThat(touching).isGreaterThan(300);
  }

  /** How long the line is seen occupied, in seconds. */
  private static double occupiedS(boolean onRoad, java.util.function.DoubleUnaryOperator top) {
    LineCounter counter = new LineCounter(List.of(ACROSS), 320, 180, onRoad);
    double hz = 25;
    double occupied = 0;
    for (int i = 0; i < hz * 60; i++) {
      Blobs picture = new Blobs(320, 180).fill(100, top.applyAsDouble(i / hz), 40, 30);
      counter.see(picture.all(), picture, i / hz);
      occupied += seconds(counter.occupied("A", i / hz));
    }
    return occupied + seconds(counter.restOccupied("A"));
  }

  private static double seconds(List<Occupied> stretches) {
    return stretches.stream().mapToDouble(Occupied::seconds).sum();
  }

  /**
   * It comes into the picture right at the line, and is known to be a vehicle when it has passed.
   */
  @Test
  void oneThatAppearsAtTheLineWasOnItBeforeItWasKnownToBeAVehicle() {
    double low = occupiedS(false, t -> t < 5 ? 400 : 80 + 60 * (t - 5));
    assertThat(low).isCloseTo(10 / 60.0, within(0.05));
  }

  @Test
  void aLineIsOccupiedForAsLongAsTheOutlineIsOverIt() {
    assertThat(occupiedS(false, t -> -40 + 60 * t)).isCloseTo(30 / 60.0, within(0.1));
  }

  @Test
  void onTheRoadItIsTheLowerHalfThatCoversTheLine() {
    assertThat(occupiedS(true, t -> -40 + 60 * t)).isCloseTo(15 / 60.0, within(0.1));
  }

  @Test
  void oneThatStandsOnTheLineOccupiesItAllTheWhile() {
    double stands = occupiedS(false, t -> t < 2 ? -40 + 60 * t : t < 42 ? 80 : 80 + 60 * (t - 42));
    assertThat(stands).isCloseTo(40 + 10 / 60.0 + 20 / 60.0, within(0.6));
  }

  @Test
  void anEmptyRoadIsFree() {
    assertThat(occupiedS(false, t -> 400)).isZero();
  }

  @Test
  void whoIsNearTheLineHasTheNumberOfItsCrossing() {
    LineCounter counter = new LineCounter(List.of(ACROSS), 320, 180, false);
    java.util.Set<Long> near = new java.util.HashSet<>();
    java.util.List<Counted> counted = new java.util.ArrayList<>();
    for (int i = 0; i < 100; i++) {
      double t = i / 25.0;
      Blobs picture =
          new Blobs(320, 180).fill(100, -40 + 60 * t, 40, 30).fill(240, -200 + 90 * t, 40, 30);
      counted.addAll(counter.see(picture.all(), picture, t));
      for (Followed one : counter.nearLines()) {
        near.add(one.vehicle());
        assertThat(Math.abs(one.box().centre().y() - 90)).isLessThan(80);
      }
    }
    counted.addAll(counter.rest());
    assertThat(counted).hasSize(2);
    assertThat(counted).extracting(Counted::vehicle).doesNotHaveDuplicates();
    assertThat(near)
        .containsExactlyInAnyOrderElementsOf(counted.stream().map(Counted::vehicle).toList());
  }
}
