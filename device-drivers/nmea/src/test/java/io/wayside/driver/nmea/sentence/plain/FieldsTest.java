// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.sentence.plain;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.driver.nmea.sentence.plain.Spoilt.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

  @ParameterizedTest
  @CsvSource({"1, 1", "-1.50, -1.5", "+2., 2", ".5, 0.5", "007, 7", "'  12.3', 12.3", "-0.0, -0.0"})
  void decimalsAreReadWithBlanksAroundThem(String text, double value) {
    assertThat(new Fields("$X," + text).number(1, "depth")).hasValue(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e5",
        "NaN",
        "Infinity",
        "0x10",
        "1d",
        "1.2.3",
        "-",
        ".",
        "+-1",
        "1 2",
        "١",
        "123456789012345678901"
      })
  void whatJavaWouldReadAndNoSentenceHasIsNoNumber(String text) {
    Fields fields = new Fields("$X," + text);

    assertThat(fields.number(1, "depth")).isEmpty();
    assertThat(fields.spoilt()).hasSize(1);
    assertThat(fields.spoilt().get(0).reason()).isEqualTo(Reason.NOT_A_NUMBER);
  }

  @Test
  void anEmptyOrMissingFieldIsNoFault() {
    Fields fields = new Fields("$X,,");

    assertThat(fields.number(1, "depth")).isEmpty();
    assertThat(fields.number(9, "depth")).isEmpty();
    assertThat(fields.whole(2, "count", 0, 9)).isEmpty();
    assertThat(fields.letter(0, "status", "AV")).isEmpty();
    assertThat(fields.spoilt()).isEmpty();
  }

  @Test
  void whatIsKeptOfASpoiltFieldIsShort() {
    Fields fields = new Fields("$X," + "y".repeat(5_000));
    fields.number(1, "depth");

    assertThat(fields.spoilt().get(0).text()).hasSize(24);
  }

  @Test
  void aWholeNumberHasDigitsAlone() {
    assertThat(new Fields("$X,042").whole(1, "count", 0, 99)).hasValue(42);
    assertThat(new Fields("$X,4.2").whole(1, "count", 0, 99)).isEmpty();
    assertThat(new Fields("$X,-4").whole(1, "count", 0, 99)).isEmpty();
    assertThat(new Fields("$X,100").whole(1, "count", 0, 99)).isEmpty();
    assertThat(new Fields("$X,99999999999").whole(1, "count", 0, 99)).isEmpty();
  }
}
