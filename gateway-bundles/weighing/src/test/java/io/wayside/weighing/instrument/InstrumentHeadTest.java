// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class InstrumentHeadTest {

  private static InstrumentHead head(String rest) throws GarbledData {
    return InstrumentHead.from(
        Node.read("lane.json", "{\"instrument\": \"lane-1\", \"kind\": \"strips\"" + rest + "}"));
  }

  @Test
  void readsCalibrationAndVerifiedRange() throws GarbledData {
    InstrumentHead head =
        head(
            """
            , "calibration": {"id": "c-7", "on": "2026-07-31", "by": "a person"},
            "verified": {"speedKmh": [18, 90], "temperatureC": [-5, 60], "until": "2027-07-31"}""");
    assertThat(head.kind()).isEqualTo(InstrumentHead.Kind.STRIPS);
    assertThat(head.calibration())
        .contains(new Calibration("c-7", LocalDate.of(2026, 7, 31), "a person"));
    assertThat(head.verified().coversSpeed(5)).isTrue();
    assertThat(head.verified().coversSpeed(-25)).isTrue();
    assertThat(head.verified().coversSpeed(4.9)).isFalse();
    assertThat(head.verified().coversSpeed(25.1)).isFalse();
    assertThat(head.verified().dependsOnTemperature()).isTrue();
    assertThat(head.verified().coversTemperature(61)).isFalse();
    assertThat(head.verified().until()).contains(LocalDate.of(2027, 7, 31));
  }

  @Test
  void withoutVerificationNoSpeedIsCovered() throws GarbledData {
    Verified verified = head("").verified();
    assertThat(verified.isNothing()).isTrue();
    assertThat(verified.coversSpeed(0)).isFalse();
    assertThat(verified.coversSpeed(20)).isFalse();
    assertThat(head("").calibration()).isEmpty();
  }

  @Test
  void withoutTemperatureRangeTemperatureDoesNotDecide() throws GarbledData {
    Verified verified = head(", \"verified\": {\"speedKmh\": [1, 90]}").verified();
    assertThat(verified.dependsOnTemperature()).isFalse();
    assertThat(verified.coversTemperature(200)).isTrue();
  }

  @Test
  void refusesRangesAndDaysThatAreNone() {
    assertThatThrownBy(() -> head(", \"verified\": {\"speedKmh\": [90, 18]}"))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("/verified/speedKmh must be the lower and the upper end");
    assertThatThrownBy(
            () -> head(", \"calibration\": {\"id\": \"c\", \"on\": \"31.7.2026\", \"by\": \"x\"}"))
        .hasMessageContaining("/calibration/on must be a day such as");
    assertThatThrownBy(() -> head(", \"verified\": {\"speed\": [1, 2]}"))
        .hasMessageContaining("/verified/speed is not known here");
  }
}
