// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Ways along a straight line, as they are driven and as two oncoming tracks would mix them up. */
class TurningTest {

  private static final double HZ = 15;

  /** A box of 20 by 20 pixels whose middle is there at each time. */
  private static List<Step> way(double seconds, DoubleUnaryOperator at) {
    List<Step> way = new ArrayList<>();
    for (int i = 0; i / HZ <= seconds; i++) {
      Box box = Box.around(new Point(100, at.applyAsDouble(i / HZ)), 20, 20);
      way.add(new Step(i / HZ, box, box, true));
    }
    return way;
  }

  @Test
  void whatComesBackAsFastAsItWentIsAnotherOneFromThereOn() {
    for (double pxPerS : new double[] {30, 60, 200}) {
      double turnS = 90 / pxPerS;
      List<Step> way = way(2 * turnS, s -> 50 + pxPerS * Math.min(s, 2 * turnS - s));
      int turn = Turning.of(way);
      assertThat(way.get(turn).atS()).isBetween(turnS - 1.1 / HZ, turnS + 1.1 / HZ);
    }
  }

  @Test
  void whoSlowsDownAndComesBackABitIsTheSame() {
    // 40 pixels there and back at even deceleration: at rest after 2 s
    List<Step> way = way(3.9, s -> 140 - 10 * (s - 2) * (s - 2));
    assertThat(Turning.of(way)).isEqualTo(-1);
  }

  @Test
  void whoHasComeBackALongWayCrossesOnceMore() {
    List<Step> way = way(6, s -> 190 - 10 * (s - 3) * (s - 3));
    assertThat(way.get(Turning.of(way)).atS()).isBetween(2.8, 3.2);
  }

  @Test
  void whoGoesOnOrStandsShakingHasNotTurned() {
    assertThat(Turning.of(way(3, s -> 10 + 60 * s))).isEqualTo(-1);
    assertThat(Turning.of(way(3, s -> 10 + 60 * Math.min(1, s) + 3 * Math.sin(20 * s))))
        .isEqualTo(-1);
    assertThat(Turning.of(way(0, s -> 10))).isEqualTo(-1);
  }
}
