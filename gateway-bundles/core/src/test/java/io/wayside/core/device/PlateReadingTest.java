// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlateReadingTest {

  @Test
  void aReadingWithoutAPlateIsNone() {
    assertThatThrownBy(() -> PlateReading.of(1, " ")).isInstanceOf(IllegalArgumentException.class);
    assertThat(PlateReading.of(1, "51F-123.45").pictures()).isEmpty();
  }
}
