// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Outlines that move, on a flat road and on one that runs away. */
class PerspectiveTest {

  private static final Box PICTURE = new Box(0, 0, 320, 180);

  /** A pixel is worth so many metres across as the row is near to the horizon at 10. */
  private static final Yardstick RUNS_AWAY =
      new Yardstick() {
        @Override
        public boolean holdsOne(Box box, Point motion) {
          return box.h() > 20 && box.h() < 50;
        }

        @Override
        public double apartM(Point a, Point b) {
          return Math.abs(a.x() - b.x()) / (a.y() - 10);
        }

        @Override
        public Optional<Point> onRoad(Point px) {
          double nearness = px.y() - 10;
          return nearness > 0
              ? Optional.of(new Point(px.x() / nearness, 1 / nearness))
              : Optional.empty();
        }

        @Override
        public Optional<Point> inPicture(Point m) {
          return Optional.of(new Point(m.x() / m.y(), 10 + 1 / m.y()));
        }
      };

  private static Perspective on(Yardstick road) {
    return new Perspective(new Sizes(180), Optional.of(road), PICTURE);
  }

  private static final Blobs EMPTY = new Blobs(320, 180);

  @Test
  void whoWalksNeverRodeAndWhoStoppedDid() {
    assertThat(on(new FlatRoad()).rode(way(1.5, 4))).isFalse();
    assertThat(on(new FlatRoad()).rode(way(3, 4))).isTrue();
    assertThat(on(new FlatRoad()).rode(way(8, 0.3))).as("too short to tell").isFalse();
    List<Step> stopped = new ArrayList<>(way(6, 1));
    Box there = stopped.get(stopped.size() - 1).box();
    for (int i = 1; i < 60; i++) {
      stopped.add(new Step(1 + i / 15.0, there, there, true));
    }
    assertThat(on(new FlatRoad()).rode(stopped)).isTrue();
    Perspective unknown = new Perspective(new Sizes(180), Optional.empty(), PICTURE);
    assertThat(unknown.rode(way(1.5, 4))).as("nothing is known of the road").isTrue();
  }

  @Test
  void whoRodeDidSoHoweverFewPicturesThereAre() {
    for (double rate : new double[] {0.5, 1, 2, 3, 5, 60}) {
      for (double late : new double[] {-1e-9, 0, 1e-9, 0.01}) {
        assertThat(on(new FlatRoad()).rode(way(6, 5, rate, late))).as("%s Hz", rate).isTrue();
        assertThat(on(new FlatRoad()).rode(way(1.5, 5, rate, late))).as("%s Hz", rate).isFalse();
      }
    }
  }

  private static List<Step> way(double mps, double forS) {
    return way(mps, forS, 15, 0);
  }

  /** Each picture a little later than that rate would have it. */
  private static List<Step> way(double mps, double forS, double rate, double late) {
    List<Step> way = new ArrayList<>();
    for (int i = 0; i <= forS * rate; i++) {
      double atS = i / rate * (1 + late);
      Box box = new Box(100, 20 + mps * FlatRoad.PX * atS, 8, 16);
      way.add(new Step(atS, box, box, true));
    }
    return way;
  }

  @Test
  void onAFlatRoadItKeepsItsSize() {
    Box box = new Box(100, 60, 20, 40);
    assertThat(on(new FlatRoad()).moved(box, new Point(3, -4), EMPTY)).isEqualTo(box.moved(3, -4));
    assertThat(on(RUNS_AWAY).moved(box, new Point(0, 0), EMPTY)).isEqualTo(box);
  }

  @Test
  void onARoadThatRunsAwayItsWidthFollowsTheRoads() {
    Box box = new Box(100, 100, 40, 30);
    Box first = box;
    for (int i = 0; i < 30; i++) {
      box = on(RUNS_AWAY).moved(box, new Point(0, -2), EMPTY);
    }
    double expected = first.w() * (box.bottom() - 10) / (first.bottom() - 10);
    assertThat(box.w()).isCloseTo(expected, within(0.15 * expected));
    assertThat(box.centre().y()).isCloseTo(first.centre().y() - 60, within(0.1));
  }

  @Test
  void whatComesInOverAnEdgeIsSeenMoreOfUntilItIsOneWhole() {
    Box box = new Box(100, 165, 30, 15);
    Perspective perspective = on(new FlatRoad());
    for (int i = 1; i <= 20; i++) {
      // A car of 30 by 45: its front moves on, its rear follows when all of it is in.
      double top = 165 - 3.0 * i;
      Blobs picture = new Blobs(320, 180).fill(100, top, 30, 45);
      box = perspective.moved(box, new Point(0, -3), picture);
      assertThat(box.y()).isCloseTo(top, within(0.01));
      assertThat(box.bottom()).isCloseTo(Math.min(180, top + 45), within(9.0));
    }
  }

  @Test
  void whereThereIsNothingAtTheEdgeNothingCameIn() {
    Box box = new Box(100, 165, 20, 15);
    Box moved = on(new FlatRoad()).moved(box, new Point(0, -3), EMPTY);
    assertThat(moved).isEqualTo(box.moved(0, -3));
  }
}
