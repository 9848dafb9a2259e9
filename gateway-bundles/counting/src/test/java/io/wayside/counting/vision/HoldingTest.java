// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who came at some speed, and stands for a second: is it a queue? Ten pixels to a metre. */
class HoldingTest {

  private static final double HZ = 15;
  private static final Box PICTURE = new Box(0, 0, 320, 420);
  private static final Box CAR = new Box(100, 20, 18, 42);
  private static final Box PERSON = new Box(100, 20, 7, 16);
  private static final double WALKS = 1.5;

  /** Sees everybody where he was. */
  private static final Sight SHARP =
      new Sight() {
        @Override
        public Optional<Point> shift(long vehicle, Box box, List<Box> before, Point expected) {
          return Optional.of(new Point(0, 0));
        }

        @Override
        public void keep(Set<Long> vehicles) {}
      };

  private final Tempo tempo = new Tempo();
  private final Perspective perspective =
      new Perspective(new Sizes(420), Optional.of(new FlatRoad()), PICTURE);
  private final Holding holding = new Holding(SHARP, perspective, tempo);

  private boolean isHeld(Box from, double mps, boolean likeOne) {
    Track track = new Track(1, from, 0, tempo, new Entrance(from, PICTURE));
    for (int i = 1; i <= 75; i++) {
      double atS = i / HZ;
      tempo.picture(atS);
      track.sawAlone(from.moved(0, mps * FlatRoad.PX * Math.min(atS, 3)), atS);
      track.looks(likeOne);
    }
    Box there = track.box();
    Blobs picture = new Blobs(320, 420).fill(there.x(), there.y(), there.w(), there.h());
    holding.see(List.of(track), picture.all(), picture, 76 / HZ);
    return track.isHeld();
  }

  @Test
  void whoRodeUpIsHeldWhateverItLooksLike() {
    assertThat(isHeld(CAR, 6, true)).isTrue();
    assertThat(isHeld(CAR, 6, false)).isTrue();
    assertThat(isHeld(PERSON, 6, false)).isTrue();
  }

  /** A jam that is longer than the picture: nobody comes up faster than people walk. */
  @Test
  void aCarThatCreptUpIsHeld() {
    assertThat(isHeld(CAR, WALKS, true)).isTrue();
  }

  @Test
  void whoWalkedUpIsNotHeld() {
    assertThat(isHeld(PERSON, WALKS, true)).as("alone").isFalse();
    assertThat(isHeld(CAR, WALKS, false)).as("several beside each other").isFalse();
  }
}
