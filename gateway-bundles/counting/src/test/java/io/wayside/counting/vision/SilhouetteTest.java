// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SilhouetteTest {

  private static final int WIDE = 200;
  private static final int HIGH = 120;

  private static Silhouette of(Blobs drawn) {
    return Silhouette.of(drawn.all().get(0), drawn);
  }

  /** What is convex is hollow by the steps of its pixels alone, half a pixel along each end. */
  @Test
  void whatBulgesEverywhereIsNowhereHollow() {
    Random random = new Random(8);
    for (int i = 0; i < 40; i++) {
      Silhouette drawn =
          of(
              turned(
                  10 + 30 * random.nextDouble(),
                  10 + 30 * random.nextDouble(),
                  Math.PI * random.nextDouble()));
      for (int at = 3; at < drawn.width() - 3; at++) {
        drawn.cut(at, 0.8 * random.nextDouble() - 0.4);
        assertThat(drawn.hollowAbove() + drawn.hollowBelow()).isLessThan(drawn.width());
        assertThat(drawn.hollow()).isLessThan(drawn.width());
      }
    }
  }

  /** A rectangle that is turned by an angle. */
  private static Blobs turned(double halfWide, double halfHigh, double angle) {
    Blobs drawn = new Blobs(WIDE, HIGH);
    for (int y = 0; y < HIGH; y++) {
      for (int x = 0; x < WIDE; x++) {
        double dx = x + 0.5 - WIDE / 2.0;
        double dy = y + 0.5 - HIGH / 2.0;
        double along = dx * Math.cos(angle) + dy * Math.sin(angle);
        double across = dy * Math.cos(angle) - dx * Math.sin(angle);
        if (Math.abs(along) < halfWide && Math.abs(across) < halfHigh) {
          drawn.fill(x, y, 1, 1);
        }
      }
    }
    return drawn;
  }

  @Test
  void betweenTwoThatAreOffsetThereIsATriangleAtEachEnd() {
    Silhouette drawn = of(new Blobs(WIDE, HIGH).fill(50, 20, 8, 26).fill(58, 28, 8, 26));
    drawn.cut(8, 0);
    assertThat(drawn.leftHull()).isEqualTo(8 * 26);
    assertThat(drawn.rightHull()).isEqualTo(8 * 26);
    assertThat(drawn.hollowAbove()).isCloseTo(8 * 8 / 2.0, within(1e-9));
    assertThat(drawn.hollowBelow()).isCloseTo(8 * 8 / 2.0, within(1e-9));
    assertThat(drawn.hollow()).isCloseTo(8 * 8, within(1e-9));
  }

  /** Counting pixels tells at once where nothing can be hollow, and never denies what is. */
  @Test
  void whatCannotBeHollowIsNot() {
    Random random = new Random(9);
    int denied = 0;
    for (int i = 0; i < 60; i++) {
      Blobs pieces = new Blobs(WIDE, HIGH).fill(50, 50, 20, 20);
      for (int piece = 0; piece < 3; piece++) {
        int high = 5 + random.nextInt(30);
        pieces.fill(40 + random.nextInt(30), 69 - random.nextInt(high), 10, high);
      }
      Silhouette drawn = of(pieces);
      for (int at = 3; at < drawn.width() - 3; at++) {
        drawn.cut(at, 0);
        if (!drawn.canBeHollow(0.2)) {
          denied++;
          assertThat(drawn.hollow())
              .isLessThanOrEqualTo(0.2 * Math.min(drawn.leftHull(), drawn.rightHull()));
        }
      }
    }
    assertThat(denied).isPositive();
  }

  @Test
  void aStepAtOneEndLeavesTheOtherFull() {
    Silhouette drawn = of(new Blobs(WIDE, HIGH).fill(50, 20, 8, 30).fill(58, 36, 8, 14));
    drawn.cut(8, 0);
    assertThat(drawn.hollowAbove()).isGreaterThan(40);
    assertThat(drawn.hollowBelow()).isZero();
  }

  @Test
  void sidesAreAsMuchAsThereIsOfThem() {
    Silhouette drawn = of(new Blobs(WIDE, HIGH).fill(50, 20, 8, 26).fill(58, 28, 8, 26));
    assertThat(List.of(drawn.left(8, 0), drawn.right(8, 0)))
        .containsExactly(
            new Blob(new Box(50, 20, 8, 26), 8 * 26), new Blob(new Box(58, 28, 8, 26), 8 * 26));
  }

  @Test
  void anotherThatReachesIntoTheBoxIsNoneOfIt() {
    Blobs drawn = new Blobs(WIDE, HIGH).fill(50, 20, 8, 26).fill(58, 28, 8, 26).fill(63, 20, 20, 5);
    Silhouette silhouette = Silhouette.of(new Blob(new Box(50, 20, 16, 34), 416), drawn);
    assertThat(silhouette.right(8, 0).box()).isEqualTo(new Box(58, 28, 8, 26));
  }
}
