// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.indicator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReversedStreamEncoderTest {

  @ParameterizedTest
  @CsvSource({
    "7,12340,0,=0432100",
    "8,12340,0,=04321000",
    "6,12340,0,=043210",
    "7,1234,1,=4.32100",
    "7,-201,0,=102000-",
    "7,-201,2,=10.200-",
    "7,0,0,=0000000"
  })
  void sendsTheLeastSignificantCharacterFirst(
      int characters, long value, int decimals, String expected) {
    byte[] frame = new ReversedStreamEncoder(characters).encode(Indication.of(value, decimals));
    assertThat(new String(frame, US_ASCII)).isEqualTo(expected);
  }

  @Test
  void aBlankDisplayIsSpaces() {
    byte[] frame = new ReversedStreamEncoder(7).encode(Indication.blank(0));
    assertThat(new String(frame, US_ASCII)).isEqualTo("=       ");
  }

  @Test
  void whatItCallsLargestFitsWithSignAndPoint() {
    for (int characters = 6; characters <= 8; characters++) {
      ReversedStreamEncoder encoder = new ReversedStreamEncoder(characters);
      assertThat(encoder.encode(Indication.of(-encoder.largest(), 1))).hasSize(characters + 1);
    }
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatThrownBy(() -> new ReversedStreamEncoder(6).encode(Indication.of(1_000_000, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("does not fit");
    assertThatThrownBy(() -> new ReversedStreamEncoder(9))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
