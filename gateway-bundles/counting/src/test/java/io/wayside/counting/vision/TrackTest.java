// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One track on a road ten pixels to a metre, at 15 pictures a second. */
class TrackTest {

  private static final Box CAR = new Box(100, 20, 18, 42);
  private static final double RIDES = 60; // pixels a second

  private static Track riding(int pictures) {
    Entrance entrance = new Entrance(CAR, new Box(0, 0, 320, 420));
    Track track = new Track(1, CAR, 0, new Tempo(), entrance, Optional.of(new FlatRoad()));
    for (int i = 1; i <= pictures; i++) {
      track.sawAlone(there(i), i / 15.0);
    }
    return track;
  }

  private static Box there(int picture) {
    return CAR.moved(0, RIDES * picture / 15);
  }

  /** Who is let go in a picture is looked for in it once more, and found somewhat beside. */
  @Test
  void whatIsLookedForTwiceInOnePictureKeepsItsSpeed() {
    Track track = riding(20);
    track.sawAlone(there(20).moved(3, 16), 20 / 15.0);
    assertThat(track.speedX()).isCloseTo(0, within(0.1));
    assertThat(track.speedY()).isCloseTo(RIDES, within(1.0));
    Box next = track.expected(21 / 15.0);
    assertThat(next.y()).isCloseTo(track.box().y() + RIDES / 15, within(1.0));
  }

  @Test
  void whatWasMissedAndThenFoundInOnePictureKeepsItsSpeed() {
    Track track = riding(20);
    track.missed(21 / 15.0);
    track.sawAlone(there(21).moved(0, -9), 21 / 15.0);
    assertThat(track.speedY()).isCloseTo(RIDES, within(1.0));
    assertThat(track.missedInARow()).isZero();
  }

  /** Its way is cut at some length; a queue that creeps for minutes makes a longer one. */
  @Test
  void whoRodeAndCreepsForLongIsStillKnownToHaveRidden() {
    Perspective road =
        new Perspective(new Sizes(420), Optional.of(new FlatRoad()), new Box(0, 0, 320, 420));
    Track track = riding(30);
    assertThat(track.rode(road)).isTrue();
    for (int i = 1; i <= 4_000; i++) {
      track.sawAlone(there(30).moved(0, 0.7 * i), (30 + i) / 15.0);
    }
    assertThat(road.rode(track.way())).as("by what is left of its way").isFalse();
    assertThat(track.rode(road)).isTrue();
  }
}
