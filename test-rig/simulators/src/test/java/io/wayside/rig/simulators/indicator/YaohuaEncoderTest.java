// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.indicator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.rig.simulators.indicator.YaohuaEncoder.Check;
import io.wayside.rig.simulators.indicator.YaohuaEncoder.Seventh;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YaohuaEncoderTest {

  private static String sent(YaohuaEncoder encoder, Indication shown) {
    return new String(encoder.encode(shown), ISO_8859_1);
  }

  /** Captured frames; sign, six digits and decimal position, then the check. */
  @ParameterizedTest
  @CsvSource({
    "3290,0,+0032900,13",
    "3260,0,+0032600,1C",
    "12345,0,+0123450,1A",
    "-20,1,-0000201,1E"
  })
  void sendsCapturedFramesWithADecimalPosition(
      long value, int decimals, String body, String check) {
    assertThat(sent(YaohuaEncoder.standard(), Indication.of(value, decimals)))
        .isEqualTo("\u0002" + body + check + "\u0003");
  }

  /** The same bytes, read as seven digits, mean ten times as much. */
  @ParameterizedTest
  @CsvSource({"32900,+0032900,13", "32600,+0032600,1C", "123450,+0123450,1A", "-201,-0000201,1E"})
  void sendsTheSameFramesWithASeventhDigit(long value, String body, String check) {
    YaohuaEncoder encoder = new YaohuaEncoder(Seventh.DIGIT, Check.LETTERS);
    assertThat(sent(encoder, Indication.of(value, 0)))
        .isEqualTo("\u0002" + body + check + "\u0003");
  }

  @Test
  void writesCheckNibblesAboveNineAsCopiesDoWhenAsked() {
    YaohuaEncoder copy = new YaohuaEncoder(Seventh.DECIMAL_POSITION, Check.OFFSET);
    assertThat(sent(copy, Indication.of(3260, 0))).isEqualTo("\u0002+00326001<\u0003");
    assertThat(sent(copy, Indication.of(3290, 0))).isEqualTo("\u0002+003290013\u0003");
  }

  @Test
  void aBlankDisplayHasSpacesForDigitsAndStillACorrectCheck() {
    byte[] frame = YaohuaEncoder.standard().encode(Indication.blank(0));
    assertThat(new String(frame, ISO_8859_1)).startsWith("\u0002+      0").hasSize(12);
    assertThat(xorOfPayload(frame)).isEqualTo(checkOf(frame));
  }

  @Test
  void zeroIsPositive() {
    assertThat(sent(YaohuaEncoder.standard(), Indication.of(0, 0))).startsWith("\u0002+000000");
  }

  @Test
  void refusesNumbersItHasNoDigitsFor() {
    assertThatThrownBy(() -> YaohuaEncoder.standard().encode(Indication.of(1_000_000, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1000000");
    YaohuaEncoder seven = new YaohuaEncoder(Seventh.DIGIT, Check.LETTERS);
    assertThat(sent(seven, Indication.of(seven.largest(), 0))).startsWith("\u0002+9999999");
  }

  @Test
  void everyNumberReadsBackAsItWas() {
    Random random = new Random(61);
    for (int i = 0; i < 20_000; i++) {
      long value = random.nextInt(1_999_999) - 999_999L;
      int decimals = random.nextInt(5);
      byte[] frame = YaohuaEncoder.standard().encode(Indication.of(value, decimals));
      assertThat(frame).hasSize(12).startsWith(2).endsWith(3);
      assertThat(Long.parseLong(new String(frame, 1, 7, ISO_8859_1))).isEqualTo(value);
      assertThat(frame[8] - '0').isEqualTo(decimals);
      assertThat(xorOfPayload(frame)).isEqualTo(checkOf(frame));
    }
  }

  private static int xorOfPayload(byte[] frame) {
    int xor = 0;
    for (int i = 1; i <= 8; i++) {
      xor ^= frame[i];
    }
    return xor;
  }

  private static int checkOf(byte[] frame) {
    return Integer.parseInt(new String(frame, 9, 2, ISO_8859_1), 16);
  }
}
