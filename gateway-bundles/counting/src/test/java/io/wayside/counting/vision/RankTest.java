// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Small blobs near each other: riders, or what is left of a car. */
class RankTest {

  private static final Point RIGHT = new Point(90, 0);
  private static final Point UNKNOWN = new Point(0, 0);

  private static Blob full(double x, double y, double w, double h) {
    return new Blob(new Box(x, y, w, h), w * h * 0.8);
  }

  /** Two to six in a row, each a little ahead of or behind the one beside, as they come. */
  @RepeatedTest(100)
  void ridersAbreastAreARankWhicheverWayTheyGo(RepetitionInfo turn) {
    SplittableRandom random = new SplittableRandom(turn.getCurrentRepetition());
    boolean sideways = random.nextBoolean();
    double speed = random.nextBoolean() ? 80 : -80;
    Point motion = sideways ? new Point(speed, 0) : new Point(0, speed);
    Blob last = null;
    double across = 100;
    for (int i = 0; i < random.nextInt(2, 7); i++) {
      double longPx = random.nextDouble(10, 14);
      double widePx = random.nextDouble(7, 9);
      double ahead = 100 + random.nextDouble(-4, 4);
      Blob rider =
          sideways ? full(ahead, across, longPx, widePx) : full(across, ahead, widePx, longPx);
      across += 22;
      if (last != null) {
        assertThat(Rank.are(last, rider, motion)).isTrue();
        assertThat(Rank.are(rider, last, motion)).isTrue();
        assertThat(Rank.are(last, rider, UNKNOWN)).isTrue();
        assertThat(Rank.isOf(rider, List.of(last), motion)).isTrue();
      }
      last = rider;
    }
  }

  @Test
  void windowsOneBehindTheOtherAreNoRank() {
    assertThat(Rank.are(full(100, 100, 8, 10), full(120, 101, 8, 10), RIGHT)).isFalse();
    assertThat(Rank.are(full(100, 100, 10, 8), full(101, 120, 10, 8), new Point(0, -50))).isFalse();
  }

  @Test
  void piecesOfDifferentSizesAreNoRank() {
    assertThat(Rank.are(full(100, 100, 10, 8), full(100, 114, 16, 12), RIGHT)).isFalse();
    assertThat(Rank.are(full(100, 100, 10, 8), full(100, 114, 19, 5), RIGHT)).isFalse();
  }

  @Test
  void edgesAndFringesAreNoRank() {
    Blob fringe = new Blob(new Box(100, 114, 10, 8), 30);
    assertThat(Rank.are(full(100, 100, 10, 8), fringe, RIGHT)).isFalse();
  }

  @Test
  void oneAmongOthersThatAreNotLikeItIsOfNoRank() {
    Blob rider = full(100, 100, 10, 8);
    Blob other = full(100, 114, 10, 8);
    Blob car = full(100, 130, 40, 18);
    assertThat(Rank.isOf(rider, List.of(other), RIGHT)).isTrue();
    assertThat(Rank.isOf(rider, List.of(other, car), RIGHT)).isFalse();
    assertThat(Rank.isOf(rider, List.of(), RIGHT)).isFalse();
  }
}
