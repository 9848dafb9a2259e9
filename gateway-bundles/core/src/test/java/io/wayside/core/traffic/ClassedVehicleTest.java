// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.traffic;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ClassedVehicleTest {

  @Test
  void nothingLeavesBeforeItComes() {
    assertThatThrownBy(
            () ->
                new ClassedVehicle(
                    2,
                    1,
                    "s",
                    "c",
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalInt.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
