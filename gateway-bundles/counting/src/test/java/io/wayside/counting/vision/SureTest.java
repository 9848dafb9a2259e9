// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Blobs that are known to be vehicles, and what was followed there before. */
class SureTest {

  private static final Box VEHICLE = new Box(100, 100, 40, 60);

  private final Tempo tempo = new Tempo();

  private Track track(long number, Box box) {
    return new Track(number, box, 0, tempo, new Entrance(box, new Box(0, 0, 320, 180)));
  }

  private static Blob sure(Box box) {
    return new Blob(box, box.area(), true);
  }

  @Test
  void aVehicleIsFollowedByTheTrackThatIsMostLikeItAndTheOthersWereItsParts() {
    Track lamp = track(1, new Box(102, 140, 10, 18));
    Track whole = track(2, VEHICLE.moved(0, -2));
    Track other = track(3, new Box(128, 138, 11, 20));
    Sure sure = Sure.of(new Group(List.of(lamp, whole, other), List.of(sure(VEHICLE))), 0.1);
    assertThat(sure.parts()).containsExactlyInAnyOrder(lamp, other);
    assertThat(sure.others()).isEmpty();
    assertThat(whole.seenAlone()).isEqualTo(1);
  }

  @Test
  void whatAPartHasCrossedTheWholeHasCrossed() {
    Track whole = track(1, VEHICLE);
    Track part = track(2, new Box(102, 140, 10, 18));
    part.crossed("A");
    Sure.of(new Group(List.of(whole, part), List.of(sure(VEHICLE))), 0.1);
    assertThat(whole.hasCrossed("A")).isTrue();
  }

  @Test
  void whatIsBesideAVehicleIsOnlyNotSeen() {
    Track whole = track(1, VEHICLE);
    Track beside = track(2, new Box(130, 100, 40, 60));
    Sure sure = Sure.of(new Group(List.of(whole, beside), List.of(sure(VEHICLE))), 0.1);
    assertThat(sure.parts()).isEmpty();
    assertThat(beside.missedInARow()).isEqualTo(1);
  }

  @Test
  void aVehicleOfWhichNothingWasFollowedIsNew() {
    Track whole = track(1, VEHICLE);
    Blob second = sure(VEHICLE.moved(35, 0));
    Sure sure = Sure.of(new Group(List.of(whole), List.of(second, sure(VEHICLE))), 0.1);
    assertThat(sure.others()).containsExactly(second);
  }
}
