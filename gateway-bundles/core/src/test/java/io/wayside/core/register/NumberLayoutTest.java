// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NumberLayoutTest {

  @ParameterizedTest
  @CsvSource({
    "INT16, HIGH_FIRST, HIGH_FIRST, FFFE, 0000, -2",
    "UINT16, HIGH_FIRST, HIGH_FIRST, FFFE, 0000, 65534",
    "UINT16, HIGH_FIRST, LOW_FIRST, FEFF, 0000, 65534",
    "INT32, HIGH_FIRST, HIGH_FIRST, FFFF, FFFE, -2",
    "UINT32, LOW_FIRST, HIGH_FIRST, FFFE, FFFF, 4294967294",
    "UINT32, LOW_FIRST, LOW_FIRST, 3412, 7856, 1450709556",
    "FLOAT32, HIGH_FIRST, HIGH_FIRST, 41BC, 0000, 23.5",
    "FLOAT32, LOW_FIRST, HIGH_FIRST, 0000, 41BC, 23.5",
  })
  void goldenRegisters(
      NumberForm form, Significance words, Significance bytes, String a, String b, String number) {
    assertThat(
            new NumberLayout(form, words, bytes)
                .read(Integer.parseInt(a, 16), Integer.parseInt(b, 16)))
        .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(number));
  }

  @ParameterizedTest
  @EnumSource(Significance.class)
  void whatAMachineLaysOutIsReadBack(Significance order) {
    Random random = new Random(2);
    NumberLayout layout = new NumberLayout(NumberForm.INT32, order, order);
    for (int i = 0; i < 10_000; i++) {
      int number = random.nextInt();
      ByteBuffer bytes =
          ByteBuffer.allocate(4)
              .order(
                  order == Significance.HIGH_FIRST ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN)
              .putInt(number);
      ByteBuffer registers = ByteBuffer.wrap(bytes.array()); // each highest byte first

      assertThat(layout.read(registers.getShort(0) & 0xFFFF, registers.getShort(2) & 0xFFFF))
          .contains(BigDecimal.valueOf(number));
    }
  }

  @Test
  void aFloatThatIsNoNumberIsNone() {
    NumberLayout layout =
        new NumberLayout(NumberForm.FLOAT32, Significance.HIGH_FIRST, Significance.HIGH_FIRST);

    assertThat(layout.read(0x7FC0, 0)).isEmpty();
    assertThat(layout.read(0x7F80, 0)).isEmpty();
    assertThat(layout.read(0xFF80, 0)).isEmpty();
  }
}
