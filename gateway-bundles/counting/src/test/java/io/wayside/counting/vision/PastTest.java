// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.counting.vision.CountingLine.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Vehicles that come into the picture as one, and part behind the line. */
class PastTest {

  private static final CountingLine LINE =
      new CountingLine("A", new Point(0, 100), new Point(300, 100));
  private static final double HZ = 15;

  private static LineCounter counter() {
    return new LineCounter(List.of(LINE), 300, 420, true, Optional.of(new FlatRoad()), Sight.NONE);
  }

  private static Blobs road() {
    return new Blobs(300, 420);
  }

  /** A car goes down at 6 m/s; another one touches its side, at 12 m/s, and comes out ahead. */
  private static List<Counted> play(LineCounter counter, boolean both) {
    List<Counted> counted = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      double atS = i / HZ;
      Blobs blobs = road().fill(100, -40 + 60 * atS, 19, 45);
      if (both) {
        blobs.fill(119, -102 + 120 * atS, 18, 42);
      }
      counted.addAll(counter.see(blobs.all(), blobs, atS));
    }
    counted.addAll(counter.rest());
    return counted;
  }

  @Test
  void whatComesOutOfABlobBeyondTheLineHasCrossedItWithinIt() {
    List<Counted> both = play(counter(), true);
    assertThat(both).hasSize(2);
    assertThat(both).allMatch(one -> one.to() == Side.RIGHT);
    // a quarter of its height above its lower edge at y = 100: -102 + 42 - 10.5 + 120 t = 100
    assertThat(both).anyMatch(one -> Math.abs(one.atS() - 1.42) < 0.15);
  }

  @Test
  void oneAloneIsOne() {
    assertThat(play(counter(), false)).hasSize(1);
  }
}
