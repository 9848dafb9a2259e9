// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.DeviceException;
import io.wayside.driver.modbus.codec.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeTest {

  @ParameterizedTest
  @CsvSource({
    "1, Refused",
    "2, Refused",
    "3, Refused",
    "4, Refused",
    "5, TimedOut",
    "6, TimedOut",
    "8, Garbled",
    "10, LinkDown",
    "11, TimedOut",
    "77, Refused"
  })
  void eachExceptionIsADecisionForTheCaller(int code, String kind) {
    assertThatThrownBy(() -> Outcome.cells("scale (unit 3)", new Answer.Exceptional(code)))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("scale (unit 3)")
        .hasMessageContaining("exception " + code)
        .extracting(thrown -> thrown.getClass().getSimpleName())
        .isEqualTo(kind);
  }
}
