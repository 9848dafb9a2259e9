// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.driver.nmea.sentence.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RubbishTest {

  private final Rubbish rubbish = new Rubbish();

  private void hears(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    rubbish.heard(bytes, bytes.length);
  }

  @Test
  void nothingIsNoneAndThirteenSentencesAreTooMuch() {
    assertThat(rubbish.any()).isFalse();
    hears("x".repeat(Rubbish.TOO_MANY_BYTES - 1));
    assertThat(rubbish.any()).isTrue();
    assertThat(rubbish.tooMuch()).isFalse();
    hears("x");
    assertThat(rubbish.tooMuch()).isTrue();
    rubbish.reset(Map.of());
    assertThat(rubbish.any()).isFalse();
  }

  @Test
  void whatIsNoTextPointsToTheBaudRateOfASerialLineAndToThePortOfOthers() {
    hears("\u0001\u00fe\u0080$GP\u0003");
    assertThat(rubbish.words(Map.of(), true)).contains("baud rate of the link", "4800");
    assertThat(rubbish.words(Map.of(), false)).contains("at the converter", "port");
  }

  @Test
  void textPointsToWhatIsMostOftenWrongWithItSinceTheLastGoodSentence() {
    rubbish.reset(Map.of(Fault.WRONG_CHECK_SUM, 100L));
    hears("some text\r\n");
    assertThat(rubbish.words(Map.of(Fault.WRONG_CHECK_SUM, 101L, Fault.NO_CHECK_SUM, 2L), true))
        .contains("no check sum most often")
        .contains("have the talker send check sums");
  }

  @Test
  void oneOddByteInTenOrMoreIsNoText() {
    hears("123456789\u0000");
    assertThat(rubbish.words(Map.of(), true)).contains("no text");
    rubbish.reset(Map.of());
    hears("1234567890\u0000");
    assertThat(rubbish.words(Map.of(), true)).contains("text comes");
  }
}
