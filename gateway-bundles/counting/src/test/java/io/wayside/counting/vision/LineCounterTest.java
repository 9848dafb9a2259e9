// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.counting.vision.CountingLine.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Drawn vehicles cross drawn lines; how many did is known from the drawing. */
class LineCounterTest {

  private static final int W = 320;
  private static final int H = 180;
  private static final CountingLine ACROSS =
      new CountingLine("A", new Point(0, 90), new Point(W, 90));

  private final List<Counted> counted = new ArrayList<>();

  private LineCounter run(
      List<CountingLine> lines, double hz, double seconds, DoubleFunction<Blobs> drawing) {
    LineCounter counter = new LineCounter(lines, W, H, false);
    for (int i = 0; i < hz * seconds; i++) {
      Blobs picture = drawing.apply(i / hz);
      counted.addAll(counter.see(picture.all(), picture, i / hz));
    }
    return counter;
  }

  private static Blobs blank() {
    return new Blobs(W, H);
  }

  @Test
  void aVehicleIsCountedOnceAtTheTimeItsMiddleIsOnTheLineAtAnyRateOfPictures() {
    for (double hz : new double[] {5, 8, 12, 25, 60}) {
      counted.clear();
      run(List.of(ACROSS), hz, 4, t -> blank().fill(100, -40 + 60 * t, 40, 30));
      assertThat(counted).as("at %s a second", hz).hasSize(1);
      assertThat(counted.get(0).to()).isEqualTo(Side.RIGHT);
      double truth = (90 + 40 - 15) / 60.0;
      assertThat(counted.get(0).atS()).isBetween(truth - 0.25, truth + 0.25);
    }
  }

  @Test
  void linesOfEverySlopeCountBothWaysWithTheRightSide() {
    for (int degrees = 0; degrees < 360; degrees += 15) {
      double a = Math.toRadians(degrees);
      Point along = new Point(Math.cos(a), Math.sin(a));
      CountingLine line =
          new CountingLine(
              "L",
              new Point(160 - 80 * along.x(), 90 - 80 * along.y()),
              new Point(160 + 80 * along.x(), 90 + 80 * along.y()));
      for (int way : new int[] {-1, 1}) {
        counted.clear();
        // To the right of who looks along the line, with y downwards: turned by +90 degrees.
        double vx = -along.y() * way * 50;
        double vy = along.x() * way * 50;
        run(
            List.of(line),
            25,
            2.6,
            t -> blank().fill(147 + vx * (t - 1.3), 79 + vy * (t - 1.3), 26, 22));
        assertThat(counted).as("%d degrees, way %d", degrees, way).hasSize(1);
        assertThat(counted.get(0).to()).isEqualTo(way > 0 ? Side.RIGHT : Side.LEFT);
      }
    }
  }

  @Test
  void oneThatPassesBesideTheEndsOfALineIsNotCounted() {
    CountingLine line = new CountingLine("S", new Point(0, 90), new Point(80, 90));
    run(List.of(line), 25, 4, t -> blank().fill(150, -40 + 60 * t, 40, 30));
    assertThat(counted).isEmpty();
  }

  @Test
  void oneThatComesUpToTheLineAndTurnsBackIsNotCounted() {
    run(
        List.of(ACROSS),
        25,
        6,
        t -> blank().fill(100, t < 3 ? -30 + 34 * t : -30 + 34 * (6 - t), 40, 30));
    assertThat(counted).isEmpty();
  }

  @Test
  void oneThatStandsShakingOnTheLineIsCountedOnceWhenItGoesOn() {
    Random random = new Random(3);
    run(
        List.of(ACROSS),
        15,
        40,
        t -> {
          double y = t < 2 ? -30 + 52 * t : t < 32 ? 74 : 74 + 40 * (t - 32);
          return blank().fill(100 + random.nextInt(2), y + random.nextInt(3), 40, 30);
        });
    assertThat(counted).hasSize(1);
    assertThat(counted.get(0).stoodS()).isGreaterThan(25);
  }

  @Test
  void whatFlickersInOnePlaceIsNotCounted() {
    Random random = new Random(4);
    run(
        List.of(ACROSS),
        25,
        30,
        t -> random.nextBoolean() ? blank().fill(100, 82 + random.nextInt(8), 22, 16) : blank());
    assertThat(counted).isEmpty();
  }

  @Test
  void severalLinesEachCountTheSameVehicle() {
    List<CountingLine> lines =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    new CountingLine("L" + i, new Point(0, 50 + 25 * i), new Point(W, 50 + 25 * i)))
            .toList();
    run(lines, 25, 4, t -> blank().fill(100, -40 + 60 * t, 40, 30));
    assertThat(counted).extracting(Counted::line).containsExactly("L0", "L1", "L2", "L3");
  }

  /**
   * Single ones on the left half, where one may count or not; on the right pairs that hang together
   * by their middles, which are two only for who knows how wide one is.
   */
  @Test
  void aLineCountsTheSameWhateverOtherLinesAreDrawn() {
    CountingLine right = new CountingLine("R", new Point(170, 120), new Point(W, 120));
    CountingLine left = new CountingLine("L", new Point(0, 100), new Point(150, 100));
    CountingLine above = new CountingLine("T", new Point(0, 60), new Point(W, 60));
    List<String> alone = List.of();
    for (List<CountingLine> lines :
        List.of(List.of(right), List.of(right, left), List.of(above, left, right))) {
      counted.clear();
      run(lines, 25, 24, LineCounterTest::singlesAndPairs);
      List<String> told =
          counted.stream()
              .filter(one -> one.line().equals("R"))
              .map(one -> one.to() + " " + one.atS() + " " + one.box())
              .toList();
      assertThat(told).as("%s", lines).hasSize(8);
      assertThat(told).as("%s", lines).isEqualTo(alone.isEmpty() ? told : alone);
      alone = told;
    }
  }

  private static Blobs singlesAndPairs(double t) {
    Blobs blobs = blank();
    for (int i = 0; i < 8; i++) {
      blobs.fill(40 + 30 * (i % 3), -30 + 60 * (t - 1.5 * i), 24, 22);
    }
    for (int i = 0; i < 4; i++) {
      double y = -30 + 60 * (t - 13 - 2 * i);
      blobs.fill(220, y, 22, 22).fill(246, y, 22, 22).fill(220, y + 10, 40, 4);
    }
    return blobs;
  }

  /** So many, one behind the other, teach what a vehicle is here. */
  private static Blobs taught(double t) {
    Blobs blobs = blank();
    for (int i = 0; i < 6; i++) {
      blobs.fill(60 + 30 * (i % 3), -40 + 60 * (t - 1.5 * i), 24, 22);
    }
    return blobs;
  }

  @Test
  void vehiclesSideBySideThatTouchAreCountedEachOnceTheirSizeIsKnown() {
    for (int abreast = 2; abreast <= 6; abreast++) {
      counted.clear();
      int many = abreast;
      run(
          List.of(ACROSS),
          25,
          16,
          t -> {
            Blobs blobs = taught(t);
            for (int i = 0; i < many; i++) {
              double y = -40 + 60 * (t - 12);
              // They hang together by their middles alone, as riders by their shadows do.
              blobs.fill(60 + 26 * i, y, 22, 22);
              blobs.fill(60 + 26 * i, y + 10, i + 1 < many ? 27 : 22, 4);
            }
            return blobs;
          });
      assertThat(counted).as("%d abreast", abreast).hasSize(6 + abreast);
    }
  }

  @Test
  void aVehicleThatFallsIntoPartsOnItsWayIsCountedOnce() {
    run(
        List.of(ACROSS),
        25,
        16,
        t -> {
          Blobs blobs = taught(t);
          double y = -40 + 60 * (t - 12);
          return y > 20
              ? blobs.fill(160, y, 24, 9).fill(160, y + 13, 24, 9)
              : blobs.fill(160, y, 24, 22);
        });
    assertThat(counted).hasSize(7);
  }

  @Test
  void twoThatMeetBeforeTheLineAndPartBehindItAreBothCounted() {
    run(
        List.of(ACROSS),
        25,
        5,
        t ->
            blank()
                .fill(80 + 12 * t, -40 + 45 * t, 34, 26)
                .fill(160 - 12 * t, -40 + 45 * t, 34, 26));
    assertThat(counted).hasSize(2);
  }

  @Test
  void aLineOnTheRoadIsCrossedByWhatTouchesTheRoad() {
    LineCounter counter = new LineCounter(List.of(ACROSS), W, H, true);
    for (int i = 0; i < 100; i++) {
      Blobs picture = blank().fill(100, -40 + 60 * i / 25.0, 40, 30);
      counted.addAll(counter.see(picture.all(), picture, i / 25.0));
    }
    double truth = (90 + 40 - 0.75 * 30) / 60.0;
    assertThat(counted).hasSize(1);
    assertThat(counted.get(0).atS()).isBetween(truth - 0.1, truth + 0.1);
  }

  @Test
  void aQueueAtTheLineIsToldAndIsOverSomeSecondsAfterItMovedOff() {
    List<Double> told = new ArrayList<>();
    LineCounter counter = new LineCounter(List.of(ACROSS), W, H, false);
    for (int i = 0; i < 15 * 40; i++) {
      double t = i / 15.0;
      Blobs picture = blank();
      for (int k = 0; k < 3; k++) {
        double stop = 85 - 34.0 * k;
        double y = Math.min(stop, -30 - 34.0 * k + 50 * t);
        double off = Math.max(0, t - 20);
        picture.fill(100, y + 30 * off, 40, 28);
      }
      counted.addAll(counter.see(picture.all(), picture, t));
      if (counter.isQueue("A", t)) {
        told.add(t);
      }
    }
    assertThat(counted).hasSize(3);
    assertThat(told.get(0)).isBetween(4.0, 10.0);
    assertThat(told.get(told.size() - 1)).isBetween(20.0, 30.0);
    assertThat(counter.isQueue("no line of ours", 10)).isFalse();
  }

  @Test
  void vehiclesThatCameAndStandAreKeptOutOfTheBackgroundAndFlickerIsNot() {
    LineCounter counter =
        run(
            List.of(ACROSS),
            15,
            60,
            t -> blank().fill(100, Math.min(100, -30 + 50 * t), 40, 28).fill(250, 40, 20, 20));
    assertThat(counter.vehicles()).hasSize(1);
    assertThat(counter.vehicles().get(0).x()).isBetween(90.0, 110.0);
    assertThat(counter.followed()).hasSize(2);
  }

  @Test
  void whatFillsThePictureIsLightThatChangedAndMustBecomeBackground() {
    LineCounter counter =
        run(
            List.of(ACROSS),
            25,
            10,
            t -> {
              double reach = Math.min(1, t / 2);
              return blank().fill(0, 0, 60 + (W - 60) * reach, 60 + (H - 60) * reach);
            });
    assertThat(counter.followed()).isNotEmpty();
    assertThat(counter.vehicles()).isEmpty();
  }

  @Test
  void gapsToBeFilledFollowFromTheSizeAndTheWayOfVehicles() {
    LineCounter blind = new LineCounter(List.of(ACROSS), W, H, false);
    assertThat(blind.gaps()).isEmpty();
    LineCounter counter = run(List.of(ACROSS), 25, 14, LineCounterTest::taught);
    Size gaps = counter.gaps().orElseThrow();
    assertThat(gaps.h()).isGreaterThan(gaps.w());
    assertThat(gaps.h()).isBetween(3.0, 8.0);
  }

  /** A car in two parts, whose window is as dark as the road, ten pixels to a metre. */
  private static Blobs cut(double y) {
    return blank().fill(100, y, 18, 14).fill(100, y + 27, 18, 14);
  }

  @Test
  void partsThatRideAsOneAreCountedOnceWhereTheRoadIsMeasured() {
    for (boolean measured : new boolean[] {true, false}) {
      LineCounter counter =
          new LineCounter(
              List.of(ACROSS),
              W,
              H,
              true,
              measured ? Optional.of(new FlatRoad()) : Optional.empty(),
              Sight.NONE);
      counted.clear();
      for (int i = 0; i < 60; i++) {
        Blobs picture = cut(-30 + 80 * i / 15.0);
        counted.addAll(counter.see(picture.all(), picture, i / 15.0));
      }
      counted.addAll(counter.rest());
      assertThat(counted).as("measured: %s", measured).hasSize(measured ? 1 : 2);
    }
  }

  @Test
  void aCrossingIsToldWhenMoreHasBeenSeenOfTheVehicle() {
    LineCounter counter = new LineCounter(List.of(ACROSS), W, H, false);
    double told = 0;
    for (int i = 0; i < 80 && counted.isEmpty(); i++) {
      told = i / 25.0;
      Blobs picture = blank().fill(100, -40 + 60 * told, 40, 30);
      counted.addAll(counter.see(picture.all(), picture, told));
    }
    Counted one = counted.get(0);
    assertThat(told - one.atS()).isBetween(0.75, 1.0);
    assertThat(one.way().get(one.way().size() - 1).atS()).isEqualTo(told);
  }

  @Test
  void whatHasCrossedWhenPicturesEndIsToldThenAndOnlyOnce() {
    LineCounter counter = new LineCounter(List.of(ACROSS), W, H, false);
    for (int i = 0; i < 60; i++) {
      Blobs picture = blank().fill(100, -40 + 60 * i / 25.0, 40, 30);
      counted.addAll(counter.see(picture.all(), picture, i / 25.0));
    }
    assertThat(counted).isEmpty();
    assertThat(counter.rest()).hasSize(1);
    assertThat(counter.rest()).isEmpty();
  }

  @Test
  void whatStandsKeepsItsSizeThoughLessOfItIsSeen() {
    LineCounter counter =
        run(
            List.of(ACROSS),
            15,
            20,
            t -> {
              double y = Math.min(100, -30 + 60 * t);
              return blank().fill(100, y, 40, t < 6 ? 28 : 9);
            });
    assertThat(counter.vehicles()).hasSize(1);
    assertThat(counter.vehicles().get(0).h()).isGreaterThan(24);
  }
}
