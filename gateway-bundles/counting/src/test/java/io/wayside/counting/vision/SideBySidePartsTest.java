// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A car and a rider in one piece of foreground, on a road ten pixels to a metre. */
class SideBySidePartsTest {

  private static final double HZ = 15;
  private static final Box CAR = new Box(50, 20, 18, 50);
  private static final Box RIDER = new Box(68, 34, 8, 20);
  private static final Blobs DRAWN = new Blobs(200, 120).fill(50, 20, 18, 50).fill(68, 34, 8, 20);
  private static final int PICTURES = 8;

  private final Tempo tempo = new Tempo();
  private final SideBySide sideBySide = new SideBySide(new FlatRoad(), tempo);

  private SideBySidePartsTest() {
    for (int i = 0; i < 40; i++) {
      tempo.picture(i / HZ);
    }
  }

  private static Track riding(long number, Box to) {
    Entrance entrance = new Entrance(to, new Box(0, 0, 200, 120));
    Track track = new Track(number, to.moved(0, -5 * PICTURES), 0, new Tempo(), entrance);
    for (int i = 1; i <= PICTURES; i++) {
      track.sawAlone(to.moved(0, 5 * (i - PICTURES)), i / HZ);
    }
    return track;
  }

  private static Track parted(long number, Box box) {
    Track track = riding(number, box);
    track.parted(box, PICTURES / HZ);
    return track;
  }

  private SideBySide.Seen seen(List<Track> tracks) {
    return sideBySide.of(DRAWN.all(), tracks, DRAWN, PICTURES / HZ);
  }

  @Test
  void whoAreKnownAreSeenAsTwo() {
    assertThat(seen(List.of(parted(1, CAR), parted(2, RIDER))).blobs())
        .containsExactly(new Blob(CAR, 900, true), new Blob(RIDER, 160, true));
  }

  @Test
  void aSideThatSeveralShareIsNotKnownToBeOne() {
    Track third = riding(3, new Box(52, 20, 10, 20));
    assertThat(seen(List.of(parted(1, CAR), parted(2, RIDER), third)).blobs())
        .containsExactly(new Blob(CAR, 900, false), new Blob(RIDER, 160, true));
  }

  @Test
  void oneIsFoundToBeTwoAfterAWhile() {
    Track both = riding(1, CAR.with(RIDER));
    for (int i = 0; i < 4; i++) {
      assertThat(seen(List.of(both)).found()).isEmpty();
    }
    assertThat(seen(List.of(both)).found()).containsExactly(new SideBySide.Found(both, CAR, RIDER));
  }

  @Test
  void whereBothAreFollowedNobodyIsFound() {
    List<Track> two = List.of(riding(1, CAR), riding(2, RIDER));
    for (int i = 0; i < 20; i++) {
      assertThat(seen(two).found()).isEmpty();
      assertThat(seen(two).blobs()).isEqualTo(DRAWN.all());
    }
  }

  @Test
  void whatIsKnownToBeOneIsNotLookedAt() {
    List<Blob> lit = List.of(new Blob(CAR.with(RIDER), 1060, true));
    SideBySide.Seen seen =
        sideBySide.of(lit, List.of(parted(1, CAR), parted(2, RIDER)), DRAWN, PICTURES / HZ);
    assertThat(seen.blobs()).isEqualTo(lit);
  }
}
