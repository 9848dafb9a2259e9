// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What may be a second piece of one that was counted, where nobody measured the road. */
class PiecesTest {

  private static final int W = 320;
  private static final int H = 180;

  @Test
  void aRiderBehindACarInTheNextLaneIsCountedWhereLorriesAreUsual() {
    List<Counted> counted = new ArrayList<>();
    LineCounter counter =
        new LineCounter(
            List.of(new CountingLine("A", new Point(0, 90), new Point(W, 90))), W, H, false);
    for (int i = 0; i < 25 * 20; i++) {
      double t = i / 25.0;
      Blobs picture = new Blobs(W, H);
      for (int k = 0; k < 4; k++) {
        picture.fill(20, -110 + 60 * (t - 3 * k), 80, 100); // lorries
      }
      picture.fill(130, -50 + 60 * (t - 13), 34, 30); // a car
      picture.fill(170, -50 + 60 * (t - 14), 14, 30); // a rider, not yet on the line then
      counted.addAll(counter.see(picture.all(), picture, t));
    }
    assertThat(counted).hasSize(6);
  }

  @Test
  void piecesFaceEachOtherAndAreNear() {
    Box roof = new Box(100, 50, 40, 20);
    assertThat(Pieces.mayBe(roof, new Box(104, 85, 36, 12))).isTrue();
    assertThat(Pieces.mayBe(roof, new Box(150, 52, 10, 16))).isTrue();
    assertThat(Pieces.mayBe(roof, new Box(104, 105, 36, 12))).as("far behind").isFalse();
    assertThat(Pieces.mayBe(roof, new Box(142, 72, 36, 12))).as("cornerwise").isFalse();
  }

  @Test
  void itDoesNotMatterWhichIsAskedFirst() {
    Random random = new Random(9);
    for (int i = 0; i < 500; i++) {
      Box a = some(random);
      Box b = some(random);
      assertThat(Pieces.mayBe(a, b)).isEqualTo(Pieces.mayBe(b, a));
    }
  }

  private static Box some(Random random) {
    return new Box(
        random.nextInt(80), random.nextInt(80), 1 + random.nextInt(40), 1 + random.nextInt(40));
  }
}
