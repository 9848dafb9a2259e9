// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WetRoadTest {

  private final WetRoad road = new WetRoad();

  @Test
  void aRoadIsDryUntilLampsAreMirroredForSomeTime() {
    assertThat(road.isWet()).isFalse();
    road.saw(2, 2);
    assertThat(road.isWet()).isFalse();
    for (int i = 0; i < 20; i++) {
      road.saw(2, 2);
    }
    assertThat(road.isWet()).isTrue();
  }

  @Test
  void oneVehicleWithLightsBelowEachOtherMakesNoWetRoad() {
    for (int i = 0; i < 500; i++) {
      road.saw(2, i % 100 < 5 ? 2 : 0);
      assertThat(road.isWet()).isFalse();
    }
  }

  @Test
  void anEmptyRoadStaysWhatItWas() {
    for (int i = 0; i < 20; i++) {
      road.saw(1, 1);
    }
    for (int i = 0; i < 1000; i++) {
      road.saw(0, 0);
    }
    assertThat(road.isWet()).isTrue();
    for (int i = 0; i < 60; i++) {
      road.saw(1, 0);
    }
    assertThat(road.isWet()).isFalse();
  }
}
