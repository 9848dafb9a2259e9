// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One that stood, was held and moves off, and what is seen beside it for two seconds. */
class BesideTest {

  private static final double EVERY_S = 1 / 15.0;
  private static final Box PICTURE = new Box(0, 0, 320, 180);
  private static final Box WITHIN = new Box(150, 60, 18, 12);
  private static final Box AT_EDGE = new Box(150, 0, 18, 12);

  private final Tempo tempo = new Tempo();

  private Track seen(long number, Box box, boolean like) {
    Track track = new Track(number, box, 0, tempo, new Entrance(box, PICTURE));
    for (int i = 1; i <= 30; i++) {
      track.sawAlone(box, i * EVERY_S);
      track.looks(like);
    }
    return track;
  }

  private Track stood() {
    Track track = seen(1, new Box(150, 74, 18, 36), true);
    track.hold(31 * EVERY_S);
    return track;
  }

  @Test
  void whatAppearsWithinThePictureAndIsLikeNoVehicleIsNotKnown() {
    assertThat(new Beside(tempo, true).isKnown(seen(2, WITHIN, false), stood())).isFalse();
  }

  @Test
  void norIsItWhenItIsHeld() {
    Track held = seen(2, WITHIN, false);
    held.hold(31 * EVERY_S);
    assertThat(new Beside(tempo, true).isKnown(held, stood())).isFalse();
  }

  @Test
  void whatIsLikeAVehicleIsKnown() {
    assertThat(new Beside(tempo, true).isKnown(seen(2, WITHIN, true), stood())).isTrue();
  }

  @Test
  void whatCameInOverTheEdgeIsKnown() {
    assertThat(new Beside(tempo, true).isKnown(seen(2, AT_EDGE, false), stood())).isTrue();
  }

  @Test
  void whereNothingWasMeasuredLooksSayNothing() {
    assertThat(new Beside(tempo, false).isKnown(seen(2, WITHIN, false), stood())).isTrue();
  }

  @Test
  void besideOneThatWasNotHeldNobodyIs() {
    Track rode = seen(1, new Box(150, 74, 18, 36), true);
    assertThat(new Beside(tempo, true).isKnown(seen(2, WITHIN, true), rode)).isFalse();
  }
}
