// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.weighlane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VehicleKindTest {

  @ParameterizedTest
  @CsvSource({
    "LIGHT_TRUCK,1-1,2",
    "TRUCK_TWO_AXLES,1-1,2",
    "TRUCK_THREE_AXLES,1-2,3",
    "TRUCK_FOUR_AXLES,2-2,4",
    "ARTICULATED_FOUR_AXLES,1-1-2,4",
    "ARTICULATED_FIVE_AXLES,1-2-2,5",
    "ARTICULATED_SIX_AXLES,1-2-3,6"
  })
  void hasItsAxlesInItsPattern(VehicleKind kind, String pattern, int axles) {
    assertThat(kind.pattern()).isEqualTo(pattern);
    assertThat(kind.axles()).hasSize(axles);
  }

  @Test
  void knowsWhichAxlesStandCloseTogether() {
    assertThat(IntStream.range(0, 6).mapToObj(VehicleKind.ARTICULATED_SIX_AXLES::closeToPrevious))
        .containsExactly(false, false, true, false, true, true);
  }

  @Test
  void loadIsSharedOutBetweenEmptyAndFullAndBeyond() {
    AxleDesign axle = new AxleDesign(2000, 8000, Suspension.TRAILER_AIR);
    assertThat(axle.massKg(0)).isEqualTo(2000);
    assertThat(axle.massKg(0.5)).isEqualTo(5000);
    assertThat(axle.massKg(1.5)).isEqualTo(11_000);
  }
}
