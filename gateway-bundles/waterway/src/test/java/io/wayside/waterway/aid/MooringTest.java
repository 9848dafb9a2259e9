// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.aid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MooringTest {

  @Test
  void swingIsTheThirdSideOfTheTriangle() {
    assertThat(new Mooring(13, 5).swingM(0)).isCloseTo(12, within(1e-9));
  }

  @Test
  void floodMakesTheCircleSmallerAndLowWaterLarger() {
    Mooring mooring = new Mooring(10, 6);

    assertThat(mooring.swingM(2)).isCloseTo(6, within(1e-9));
    assertThat(mooring.swingM(-6)).isCloseTo(10, within(1e-9));
    assertThat(mooring.swingM(-9)).as("aground").isCloseTo(10, within(1e-9));
    assertThat(mooring.swingM(5)).as("line taut").isZero();
  }

  @Test
  void mooringWithoutLengthIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Mooring(0, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> new Mooring(5, Double.NaN));
  }
}
