// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/**
 * Those who ride down the picture in one piece of foreground, on a road ten pixels to a metre. All
 * together have the outline of one vehicle.
 */
class SideBySideTest {

  private static final double HZ = 15;
  private static final int WIDE = 200;
  private static final int HIGH = 400;
  private static final int PX = 5; // from picture to picture
  private static final CountingLine LINE =
      new CountingLine("A", new Point(20, 300), new Point(180, 300));

  private final LineCounter counter =
      new LineCounter(List.of(LINE), WIDE, HIGH, true, Optional.of(new FlatRoad()), Sight.NONE);

  /** What is drawn in each picture, by how far it has come. */
  private List<Counted> counted(IntFunction<Blobs> drawn) {
    List<Counted> counted = new ArrayList<>();
    for (int i = 0; PX * i < HIGH + 60; i++) {
      Blobs picture = drawn.apply(i);
      counted.addAll(counter.see(picture.all(), picture, i / HZ));
    }
    counted.addAll(counter.rest());
    return counted;
  }

  private static Blobs picture() {
    return new Blobs(WIDE, HIGH);
  }

  private static Blobs riders(int y, int behindPx) {
    return picture().fill(90, y, 8, 26).fill(98, y + behindPx, 8, 26);
  }

  @Test
  void twoWhoHangTogetherAllTheWayAreBothCounted() {
    assertThat(counted(i -> riders(PX * i - 40, 12))).hasSize(2);
  }

  @Test
  void aRiderBesideACarIsCountedToo() {
    assertThat(counted(i -> picture().fill(80, PX * i - 60, 18, 50).fill(98, PX * i - 40, 7, 20)))
        .hasSize(2);
  }

  @Test
  void inSomePicturesNothingNeedBeHollow() {
    assertThat(counted(i -> riders(PX * i - 40, i % 3 == 0 ? 2 : 12))).hasSize(2);
  }

  @Test
  void whatIsHollowNowAndThenIsOne() {
    assertThat(counted(i -> riders(PX * i - 40, i % 3 == 0 ? 12 : 2))).hasSize(1);
  }

  @Test
  void whoArePartedBehindTheLineHaveCrossedIt() {
    assertThat(counted(i -> riders(PX * i - 40, i < 66 ? 2 : 12))).hasSize(2);
  }
}
