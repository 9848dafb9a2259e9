// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.indicator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.rig.simulators.indicator.Indication.Range;
import io.wayside.rig.simulators.indicator.ToledoEncoder.Check;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ToledoEncoderTest {

  private static final ToledoEncoder TWOS =
      new ToledoEncoder(MassUnit.KG, Check.TWOS_COMPLEMENT, false, 2, 0);

  private static String hex(ToledoEncoder encoder, Indication shown) {
    return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(encoder.encode(shown));
  }

  /** The vector that stands in the firmware's own documentation. */
  @Test
  void sendsTheFrameOfTheDocument() {
    assertThat(hex(TWOS, Indication.of(12_340, 0)))
        .isEqualTo("02 32 30 20 20 31 32 33 34 30 20 20 20 20 20 30 0D 05");
    assertThat(hex(TWOS, Indication.of(12_340, 0).inMotion(true)))
        .isEqualTo("02 32 38 20 20 31 32 33 34 30 20 20 20 20 20 30 0D 7D");
  }

  @Test
  void anEarlier8142FillsWithZeros() {
    ToledoEncoder old = new ToledoEncoder(MassUnit.KG, Check.NONE, true, 2, 0);
    assertThat(hex(old, Indication.of(12_340, 0)))
        .isEqualTo("02 32 30 20 30 31 32 33 34 30 30 30 30 30 30 30 0D");
  }

  @Test
  void statusASaysWhereThePointIsAndHowTheLastDigitMoves() {
    for (int decimals = 0; decimals <= 4; decimals++) {
      byte[] frame = ToledoEncoder.standard().encode(Indication.of(5, decimals));
      assertThat(frame[1] & 7).isEqualTo(2 + decimals);
      assertThat(frame[1] >> 3 & 3).isEqualTo(1);
    }
    ToledoEncoder tens = new ToledoEncoder(MassUnit.KG, Check.NONE, false, 5, 1);
    assertThat(tens.encode(Indication.of(12_350, 0))[1]).isEqualTo((byte) 0b0011_1001);
    assertThat(new String(tens.encode(Indication.of(12_350, 0)), 4, 6, US_ASCII))
        .isEqualTo("  1235");
    ToledoEncoder hundreds = new ToledoEncoder(MassUnit.KG, Check.NONE, false, 1, 2);
    assertThat(hundreds.encode(Indication.of(12_300, 0))[1]).isEqualTo((byte) 0b0010_1000);
  }

  @Test
  void statusBSaysNetSignRangeMotionAndUnit() {
    assertThat(statusB(MassUnit.KG, Indication.of(7, 0))).isEqualTo(0x30);
    assertThat(statusB(MassUnit.LB, Indication.of(7, 0))).isEqualTo(0x20);
    assertThat(statusB(MassUnit.KG, Indication.of(7, 0).net(20))).isEqualTo(0x31);
    assertThat(statusB(MassUnit.KG, Indication.of(-7, 0))).isEqualTo(0x32);
    assertThat(statusB(MassUnit.KG, Indication.of(7, 0).as(Range.OVER))).isEqualTo(0x34);
    assertThat(statusB(MassUnit.KG, Indication.of(-7, 0).as(Range.UNDER))).isEqualTo(0x36);
    assertThat(statusB(MassUnit.KG, Indication.of(7, 0).inMotion(true))).isEqualTo(0x38);
  }

  private static int statusB(MassUnit unit, Indication shown) {
    return new ToledoEncoder(unit, Check.NONE, false, 1, 0).encode(shown)[2];
  }

  @Test
  void beyondTheRangeThereAreNoDigits() {
    byte[] frame = TWOS.encode(Indication.of(9_999_999, 0).as(Range.OVER));
    assertThat(new String(frame, 4, 6, US_ASCII)).isBlank();
  }

  @Test
  void tareStandsBehindTheNetWeight() {
    byte[] frame = TWOS.encode(Indication.of(300, 0).net(4_500));
    assertThat(new String(frame, 4, 12, US_ASCII)).isEqualTo("   300  4500");
  }

  @Test
  void theEighteenBytesAddUpToNothing() {
    Random random = new Random(8142);
    for (int i = 0; i < 20_000; i++) {
      long value = random.nextInt(1_999_999) - 999_999L;
      byte[] frame =
          TWOS.encode(
              Indication.of(value, random.nextInt(5))
                  .inMotion(random.nextBoolean())
                  .net(random.nextInt(999_999)));
      int sum = 0;
      for (byte b : frame) {
        assertThat(b).isNotNegative();
        sum += b;
      }
      assertThat(sum % 128).isZero();
      assertThat(Long.parseLong(new String(frame, 4, 6, US_ASCII).trim()))
          .isEqualTo(Math.abs(value));
    }
  }

  @Test
  void copiesWithAnXorCheckCanBeHad() {
    ToledoEncoder copy = new ToledoEncoder(MassUnit.KG, Check.XOR, false, 1, 0);
    byte[] frame = copy.encode(Indication.of(12_340, 0));
    int xor = 0;
    for (byte b : frame) {
      xor ^= b;
    }
    assertThat(xor).isZero();
  }

  @Test
  void refusesWhatItCannotSend() {
    assertThatThrownBy(() -> TWOS.encode(Indication.of(1_000_000, 0)))
        .hasMessageContaining("1000000");
    assertThatThrownBy(() -> new ToledoEncoder(MassUnit.KG, Check.NONE, false, 3, 0))
        .hasMessageContaining("increment 3");
  }
}
