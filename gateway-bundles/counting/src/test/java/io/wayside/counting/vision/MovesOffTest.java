// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Who stands right before a line for a minute crosses it when he moves off, and not meanwhile. */
class MovesOffTest {

  private static final double HZ = 15;
  private static final Box PICTURE = new Box(0, 0, 320, 180);
  private static final double LINE_PX = 90;
  private static final CountingLine ACROSS =
      new CountingLine("A", new Point(0, LINE_PX), new Point(320, LINE_PX));

  /**
   * When one that rides up, stands and moves off slowly is found to have crossed.
   *
   * @param beforePx so far from the line its middle stands
   * @param shakePx it is seen so much to and fro while it stands
   */
  private static double crossedS(double beforePx, double standS, double mps, double shakePx) {
    Random random = new Random(5);
    Box begins = new Box(140, 2, 20, 24);
    Track track = new Track(1, begins, 0, new Tempo(), new Entrance(begins, PICTURE));
    double stopPx = LINE_PX - beforePx - begins.centre().y();
    double stopS = stopPx / 30;
    for (int i = 1; ; i++) {
      double atS = i / HZ;
      double off = Math.max(0, mps * (atS - stopS - standS));
      double shake = off == 0 && atS > stopS ? shakePx * (random.nextDouble() - 0.5) : 0;
      double y = Math.min(stopPx, 30 * atS) + off + shake;
      track.sawItself(begins.moved(0, y), atS);
      var crossing = Crossing.of(track.way(), ACROSS, 0.5, 2.5);
      if (crossing.isPresent()) {
        return crossing.get().atS() - stopS - standS;
      }
    }
  }

  @Test
  void itCrossesWhenItMovesOffHoweverLongItStood() {
    for (double standS : new double[] {5, 60, 300}) {
      for (double beforePx : new double[] {2.6, 3, 5, 20}) {
        assertThat(crossedS(beforePx, standS, 4, 0))
            .as("%s px before the line for %s s", beforePx, standS)
            .isCloseTo(beforePx / 4, within(0.3));
      }
    }
  }

  @Test
  void noisePicturesDoNotMakeItForgetWhereItCameFrom() {
    assertThat(crossedS(4, 400, 8, 1.5)).isCloseTo(0.5, within(0.5));
  }
}
