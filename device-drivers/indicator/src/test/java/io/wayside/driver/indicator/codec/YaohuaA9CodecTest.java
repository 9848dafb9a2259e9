// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import static io.wayside.driver.indicator.codec.IndicatorFormat.YAOHUA_A9_DECIMAL_POSITION;
import static io.wayside.driver.indicator.codec.IndicatorFormat.YAOHUA_A9_SEVEN_DIGITS;
import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.WeightReading.Basis;
import io.wayside.core.device.WeightReading.Motion;
import io.wayside.driver.indicator.codec.Indication.Range;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YaohuaA9CodecTest {

  private static final String FRAME = frame("+0032900", "13");

  /** The vectors of the protocol notes: payload, check as captured, both readings. */
  @ParameterizedTest
  @CsvSource({
    "+0032900, 13, 3290, 32900",
    "+0032600, 1C, 3260, 32600",
    "+0123450, 1A, 12345, 123450",
    "-0000201, 1E, -2, -201",
  })
  void goldenFrames(String payload, String check, double decimalPosition, double sevenDigits) {
    // -0000201 has decimal position 1: 20 shown as 2.0.
    assertThat(Collected.of(YAOHUA_A9_DECIMAL_POSITION, frame(payload, check)).values())
        .containsExactly(decimalPosition);
    assertThat(Collected.of(YAOHUA_A9_SEVEN_DIGITS, frame(payload, check)).values())
        .containsExactly(sevenDigits);
  }

  @Test
  void aCheckNibbleAboveNineMayBeALetterOrAnOffsetCharacter() {
    assertThat(Collected.of(YAOHUA_A9_DECIMAL_POSITION, frame("+0032600", "1C")).values())
        .isEqualTo(Collected.of(YAOHUA_A9_DECIMAL_POSITION, frame("+0032600", "1<")).values())
        .containsExactly(3260.0);
  }

  @Test
  void theDecimalPositionSetsThePoint() {
    for (int decimals = 0; decimals <= 4; decimals++) {
      Collected heard = Collected.of(YAOHUA_A9_DECIMAL_POSITION, checked("+012345" + decimals));
      assertThat(heard.values()).containsExactly(12345 / Math.pow(10, decimals));
    }
  }

  @Test
  void aSeventhCharacterThatIsNoDecimalPositionIsUnreadable() {
    Collected heard = Collected.of(YAOHUA_A9_DECIMAL_POSITION, checked("+0123455"));
    assertThat(heard.indications).isEmpty();
    assertThat(heard.unreadable).isOne();
  }

  @Test
  void motionAndBasisAreNotTold() {
    Indication indication = Collected.of(YAOHUA_A9_SEVEN_DIGITS, FRAME).indications.get(0);
    assertThat(indication.motion()).isEqualTo(Motion.NOT_TOLD);
    assertThat(indication.basis()).isEqualTo(Basis.NOT_TOLD);
    assertThat(indication.range()).isEqualTo(Range.SHOWN);
  }

  @Test
  void aBlankDisplayIsABlankIndicationAndNoZero() {
    for (String payload : List.of("+      0", "+       ", "-      2")) {
      Collected heard = Collected.of(YAOHUA_A9_DECIMAL_POSITION, checked(payload));
      assertThat(heard.indications).extracting(Indication::range).containsExactly(Range.BLANK);
    }
  }

  @Test
  void aRightCheckOverAnythingElseIsUnreadable() {
    for (String payload : List.of("+00 2900", " 0032900", "+00329.0", "+  32900", "*0032900")) {
      Collected heard = Collected.of(YAOHUA_A9_SEVEN_DIGITS, checked(payload));
      assertThat(heard.indications).as(payload).isEmpty();
      assertThat(heard.unreadable).as(payload).isOne();
    }
  }

  @Test
  void aWrongCheckIsDroppedAndCountedAndNeverRepaired() {
    Collected heard = Collected.of(YAOHUA_A9_DECIMAL_POSITION, frame("+0032900", "14") + FRAME);
    assertThat(heard.checkFailures).isOne();
    assertThat(heard.values()).containsExactly(3290.0);
  }

  @Test
  void everySingleBitErrorIsCaught() {
    byte[] good = bytes(FRAME);
    for (int bit = 0; bit < good.length * 8; bit++) {
      byte[] bad = good.clone();
      bad[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(Collected.of(YAOHUA_A9_SEVEN_DIGITS, bad).indications).as("bit " + bit).isEmpty();
    }
  }

  @Test
  void aFrameIsTimedByItsLastByte() {
    Collected heard = Collected.of(YAOHUA_A9_DECIMAL_POSITION, "xx" + FRAME + FRAME);
    assertThat(heard.times).containsExactly(13L, 25L);
  }

  @Test
  void startingAnywhereInAStreamTheFirstWholeFrameIsHeard() {
    String stream = FRAME + checked("-0000120") + FRAME;
    for (int from = 0; from <= 12; from++) {
      Collected heard = Collected.of(YAOHUA_A9_DECIMAL_POSITION, stream.substring(from));
      assertThat(heard.values())
          .as("from byte %d", from)
          .endsWith(-12.0, 3290.0)
          .hasSize(from == 0 ? 3 : 2);
      assertThat(heard.checkFailures).isZero();
    }
  }

  @Test
  void garbageBeforeAFrameNeverCostsThatFrameUnlessItEndsLikeOne() {
    Random random = new Random(1);
    for (int length = 0; length < 40; length++) {
      for (int round = 0; round < 200; round++) {
        byte[] garbage = new byte[length];
        random.nextBytes(garbage);
        Collected heard = Collected.of(YAOHUA_A9_DECIMAL_POSITION, latin(garbage) + FRAME + FRAME);
        assertThat(heard.values()).endsWith(3290.0, 3290.0);
      }
    }
  }

  @Test
  void aStartCharacterInGarbageDoesNotHideTheFrameBehindIt() {
    for (int gap = 0; gap < 12; gap++) {
      Collected heard =
          Collected.of(YAOHUA_A9_DECIMAL_POSITION, "\u0002" + "7".repeat(gap) + FRAME);
      assertThat(heard.values()).as("gap %d", gap).containsExactly(3290.0);
    }
  }

  @Test
  void afterAResetTheHeldHalfOfAFrameIsForgotten() {
    IndicatorCodec codec = YAOHUA_A9_DECIMAL_POSITION.newCodec();
    Collected heard = new Collected();
    byte[] frame = bytes(FRAME);
    for (int i = 0; i < 6; i++) {
      codec.accept(frame[i], 0, heard);
    }
    codec.reset();
    for (int i = 6; i < 12; i++) {
      codec.accept(frame[i], 0, heard);
    }
    assertThat(heard.indications).isEmpty();
    assertThat(heard.skipped).isEqualTo(6);
  }

  static String frame(String payload, String check) {
    return "\u0002" + payload + check + "\u0003";
  }

  /** With the check worked out here, in the letter form. */
  static String checked(String payload) {
    int xor = payload.chars().reduce(0, (a, b) -> a ^ b);
    return frame(payload, String.format("%02X", xor));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  private static String latin(byte[] bytes) {
    return new String(
        Arrays.copyOf(bytes, bytes.length), java.nio.charset.StandardCharsets.ISO_8859_1);
  }
}
