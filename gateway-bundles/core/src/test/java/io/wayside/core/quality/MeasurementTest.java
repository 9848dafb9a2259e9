// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.Json;
import org.junit.jupiter.api.Test;

class MeasurementTest {

  @Test
  void goesIntoARecordWithUnitUncertaintyAndFlags() {
    assertThat(Json.write(new Measurement(12.0, "kg", 0.5, Flags.of(Flag.UNSTABLE)).toValue()))
        .isEqualTo("{\"value\":12.0,\"unit\":\"kg\",\"uncertainty\":0.5,\"flags\":[\"unstable\"]}");
  }

  @Test
  void isFinite() {
    for (double value : new double[] {Double.NaN, 1 / 0.0, -1 / 0.0}) {
      assertThatThrownBy(() -> new Measurement(value, "kg", 0, Flags.NONE))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void isNeverSurerThanCertain() {
    for (double uncertainty : new double[] {Double.NaN, 1 / 0.0, -0.001}) {
      assertThatThrownBy(() -> new Measurement(1, "kg", uncertainty, Flags.NONE))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(new Measurement(1, "kg", 0, Flags.NONE).expandedUncertainty()).isZero();
  }
}
