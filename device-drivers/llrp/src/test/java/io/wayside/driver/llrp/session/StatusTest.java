// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.driver.llrp.codec.Build;
import io.wayside.driver.llrp.codec.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusTest {

  private static Status of(Build status) {
    return Status.of(Build.message("ADD_ROSPEC_RESPONSE").with(status).message(1, 1));
  }

  private static Build status(int code, String text) {
    return Build.parameter("LLRPStatus")
        .with("statusCode", code)
        .with("errorDescription", Octets.ofText(text));
  }

  @Test
  void zeroIsDoneAndNothingElseIs() {
    assertThat(of(status(0, "")).isDone()).isTrue();
    assertThat(of(status(1, "")).isDone()).isFalse();
    assertThat(of(status(65_535, "")).isDone()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "109, a message it does not support",
    "110, a version it does not support",
    "112, not expected now",
    "201, an error in a field",
    "300, a value it does not take",
    "401, a fault of the reader",
    "4711, a failure that no standard names"
  })
  void codesAreToldInWordsWithTheirNumber(int code, String words) {
    assertThat(of(status(code, "")).words()).startsWith("status " + code).contains(words);
  }

  @Test
  void theInnermostPlaceIsNamed() {
    Status status =
        of(
            status(100, "no such power")
                .with(
                    Build.parameter("ParameterError")
                        .with("parameterType", 177)
                        .with("errorCode", 200)
                        .with(
                            Build.parameter("ParameterError")
                                .with("parameterType", 224)
                                .with("errorCode", 201)
                                .with(
                                    Build.parameter("FieldError")
                                        .with("fieldNumber", 2)
                                        .with("errorCode", 301)))));
    assertThat(status.words())
        .contains("\"no such power\"", "in ROSpec in RFTransmitter at field 2", "out of its range");
  }

  @Test
  void aTypeNobodyHasIsNamedByItsNumber() {
    Build error = Build.parameter("ParameterError").with("parameterType", 40_000);
    assertThat(of(status(100, "").with(error)).words()).contains("in parameter 40000");
  }

  @Test
  void anAnswerWithoutAStatusIsNoSuccess() {
    Status status = Status.of(Build.message("ADD_ROSPEC_RESPONSE").message(1, 1));
    assertThat(status.isDone()).isFalse();
    assertThat(status.words()).contains("without a status");
  }

  @Test
  void textThatIsNoneIsLeftOut() {
    Build broken =
        Build.parameter("LLRPStatus")
            .with("statusCode", 100)
            .with("errorDescription", Octets.of((byte) 0xC3, (byte) 0x28));
    assertThat(of(broken).words()).isEqualTo("status 100 (an error in a parameter)");
  }
}
