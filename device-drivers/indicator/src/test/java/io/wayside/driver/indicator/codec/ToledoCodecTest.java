// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import static io.wayside.driver.indicator.codec.IndicatorFormat.TOLEDO_CLONE_XOR;
import static io.wayside.driver.indicator.codec.IndicatorFormat.TOLEDO_CONTINUOUS;
import static io.wayside.driver.indicator.codec.IndicatorFormat.TOLEDO_CONTINUOUS_CHECKED;
import static io.wayside.driver.indicator.codec.IndicatorFormat.TOLEDO_EXTENDED;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.WeightReading.Motion;
import io.wayside.driver.indicator.codec.Indication.Range;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToledoCodecTest {

  /** Code of the point and what six digits 012345 then mean. */
  @ParameterizedTest
  @CsvSource({
    "0, 1234500",
    "1, 123450",
    "2, 12345",
    "3, 1234.5",
    "4, 123.45",
    "5, 12.345",
    "6, 1.2345",
    "7, 0.12345",
  })
  void theCodeOfThePointHasAnOffsetOfTwo(int code, double kilograms) {
    for (int increment = 0; increment < 4; increment++) {
      byte[] frame = frame(0x20 | increment << 3 | code, 0x30, 0x20, "012345");
      assertThat(only(frame).kilograms(MassUnit.GRAM)).isEqualTo(kilograms);
    }
  }

  @Test
  void theUnitOfTheFrameCountsAndNotThatOfTheSite() {
    assertThat(only(frame(0x22, 0x30, 0x20, "   100")).unit()).isEqualTo(MassUnit.KILOGRAM);
    assertThat(only(frame(0x22, 0x20, 0x20, "   100")).kilograms(MassUnit.TONNE))
        .isEqualTo(45.359237);
    assertThat(only(frame(0x22, 0x20, 0x21, "   100")).unit()).isEqualTo(MassUnit.GRAM);
    assertThat(only(frame(0x22, 0x20, 0x22, "   100")).unit()).isEqualTo(MassUnit.TONNE);
  }

  @ParameterizedTest
  @CsvSource({"3", "4", "5", "6", "7"})
  void ouncesTonsAndNewtonsAreNoMass(int code) {
    Collected heard = Collected.of(TOLEDO_CONTINUOUS, frame(0x22, 0x20, 0x20 | code, "   100"));
    assertThat(heard.indications).isEmpty();
    assertThat(heard.noWeights)
        .singleElement()
        .asString()
        .contains("code " + code)
        .contains("set the display to kilograms");
  }

  @Test
  void outOfRangeIsNeverANumber() {
    assertThat(only(frame(0x22, 0x34, 0x20, " 99999")).range()).isEqualTo(Range.OVER);
    assertThat(only(frame(0x22, 0x36, 0x20, "    20")).range()).isEqualTo(Range.UNDER);
    assertThat(only(frame(0x22, 0x3C, 0x20, "      ")).motion()).isEqualTo(Motion.MOVING);
  }

  @Test
  void aBlankDisplayIsBlankAndDashesAreUnreadable() {
    assertThat(only(frame(0x22, 0x30, 0x20, "      ")).range()).isEqualTo(Range.BLANK);
    Collected heard = Collected.of(TOLEDO_CONTINUOUS, frame(0x22, 0x30, 0x20, "------"));
    assertThat(heard.unreadable).isOne();
  }

  @Test
  void aZeroThatWasNotCapturedIsToldWithTheNumber() {
    Indication read = only(frame(0x22, 0x70, 0x20, "   100"));
    assertThat(read.zeroMissing()).isTrue();
    assertThat(read.kilograms(MassUnit.KILOGRAM)).isEqualTo(100);
  }

  @Test
  void evenParityInBit7IsMasked() {
    byte[] frame = frame(0x32, 0x38, 0x20, " 12340");
    byte[] checked = AnyBytesTest.joined(frame, new byte[] {0x7D});
    for (byte[] sent : new byte[][] {frame, checked}) {
      byte[] parity = sent.clone();
      for (int i = 0; i < parity.length; i++) {
        parity[i] |= (byte) (Integer.bitCount(parity[i]) % 2 << 7);
      }
      IndicatorFormat format = sent == frame ? TOLEDO_CONTINUOUS : TOLEDO_CONTINUOUS_CHECKED;
      assertThat(Collected.of(format, parity).indications)
          .isEqualTo(Collected.of(format, sent).indications)
          .hasSize(1);
    }
  }

  @Test
  void noSingleWrongBitBelowTheParityPassesTheCheckSum() {
    byte[] good = AnyBytesTest.joined(frame(0x32, 0x30, 0x20, " 12340"), new byte[] {0x05});
    for (IndicatorFormat format :
        new IndicatorFormat[] {TOLEDO_CONTINUOUS_CHECKED, TOLEDO_CLONE_XOR}) {
      byte[] sent = good.clone();
      sent[17] = (byte) (format == TOLEDO_CLONE_XOR ? 0x29 : 0x05);
      for (int bit = 0; bit < sent.length * 8; bit++) {
        byte[] bad = sent.clone();
        bad[bit / 8] ^= (byte) (1 << bit % 8);
        assertThat(Collected.of(format, bad).indications.isEmpty()).isEqualTo(bit % 8 != 7);
      }
    }
  }

  @Test
  void aCheckThatLooksLikeAStartCostsNoFrame() {
    // Weights whose check sum is 02, the start character.
    int found = 0;
    for (int weight = 0; weight < 1_000_000; weight += 997) {
      byte[] frame = frame(0x32, 0x30, 0x20, String.format("%6d", weight));
      int sum = 0;
      for (byte each : frame) {
        sum += each;
      }
      if ((-sum & 0x7F) == 0x02) {
        found++;
        byte[] cut = frame;
        byte[] whole = AnyBytesTest.joined(frame, new byte[] {2});
        // The check itself was lost, so that the next start stands in its place.
        Collected heard =
            Collected.of(TOLEDO_CONTINUOUS_CHECKED, AnyBytesTest.joined(cut, whole, whole));
        assertThat(heard.values()).hasSize(3);
      }
    }
    assertThat(found).isPositive();
  }

  @Test
  void extendedStatusIsCarried() {
    assertThat(extended("\"", " ", "$").range()).isEqualTo(Range.OVER);
    assertThat(extended("\"", " ", "\"").range()).isEqualTo(Range.UNDER);
    assertThat(extended("\"", " ", "!").range()).isEqualTo(Range.BLANK);
    assertThat(extended("\"", " ", "(").zeroMissing()).isTrue();
    assertThat(extended("!", " ", " ").unit()).isEqualTo(MassUnit.POUND);
    Collected ounces = Collected.of(TOLEDO_EXTENDED, "\u00011(   " + "    12340" + "       0\r");
    assertThat(ounces.indications).isEmpty();
    assertThat(ounces.noWeights).hasSize(1);
  }

  @Test
  void everyWeightOfSixDigitsIsReadBack() {
    Random random = new Random(51);
    for (int i = 0; i < 20_000; i++) {
      int weight = random.nextInt(1_000_000);
      int code = random.nextInt(8);
      boolean negative = random.nextBoolean();
      String digits = String.format(random.nextBoolean() ? "%6d" : "%06d", weight);
      Indication read = only(frame(0x20 | code, negative ? 0x32 : 0x30, 0x20, digits));
      double expected = (negative ? -weight : weight) * Math.pow(10, 2 - code);
      assertThat(read.kilograms(MassUnit.KILOGRAM))
          .isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-9 * (1 + weight * 100.0)));
    }
  }

  private static Indication extended(String st1, String st2, String st3) {
    return Collected.of(
            TOLEDO_EXTENDED, "\u00011" + st1 + st2 + st3 + " " + "    12340" + "       0\r")
        .indications
        .get(0);
  }

  private static Indication only(byte[] frame) {
    Collected heard = Collected.of(TOLEDO_CONTINUOUS, frame);
    assertThat(heard.indications).hasSize(1);
    return heard.indications.get(0);
  }

  private static byte[] frame(int a, int b, int c, String digits) {
    return AnyBytesTest.joined(
        new byte[] {2, (byte) a, (byte) b, (byte) c},
        digits.getBytes(ISO_8859_1),
        "     0\r".getBytes(ISO_8859_1));
  }
}
