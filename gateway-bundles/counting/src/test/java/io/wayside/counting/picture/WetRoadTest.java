// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WetRoadTest {

  private static final double LOOKS_EVERY_S = 0.13;

  private final WetRoad road = new WetRoad();
  private double nowS;

  private void saw(int times, int lamps, int mirrored) {
    for (int i = 0; i < times; i++) {
      nowS += LOOKS_EVERY_S;
      road.saw(lamps, mirrored, nowS);
    }
  }

  private void empty(double forS) {
    saw((int) (forS / LOOKS_EVERY_S), 0, 0);
  }

  @Test
  void aRoadIsDryUntilLampsAreMirroredForSomeTime() {
    assertThat(road.isWet()).isFalse();
    saw(1, 2, 2);
    assertThat(road.isWet()).isFalse();
    saw(20, 2, 2);
    assertThat(road.isWet()).isTrue();
  }

  @Test
  void oneVehicleWithLightsBelowEachOtherMakesNoWetRoad() {
    for (int i = 0; i < 500; i++) {
      saw(1, 2, i % 100 < 5 ? 2 : 0);
      assertThat(road.isWet()).isFalse();
    }
  }

  @Test
  void anEmptyRoadStaysWhatItWasForMinutes() {
    saw(20, 1, 1);
    empty(500);
    assertThat(road.isWet()).isTrue();
    saw(60, 1, 0);
    assertThat(road.isWet()).isFalse();
  }

  @Test
  void itDriesWhileNobodyHasLampsOn() {
    saw(20, 1, 1);
    empty(610);
    assertThat(road.isWet()).isFalse();
  }

  @Test
  void whatDriedIsWetAgainOnlyAfterSomeTime() {
    saw(200, 1, 1);
    empty(610);
    saw(3, 2, 2);
    assertThat(road.isWet()).isFalse();
    saw(20, 2, 2);
    assertThat(road.isWet()).isTrue();
  }

  @Test
  void lampsInBetweenKeepItWet() {
    saw(20, 1, 1);
    for (int i = 0; i < 5; i++) {
      empty(400);
      saw(1, 1, 1);
    }
    assertThat(road.isWet()).isTrue();
  }
}
