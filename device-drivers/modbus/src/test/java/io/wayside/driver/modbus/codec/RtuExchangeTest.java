// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.RegisterDevice.Table;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Vectors are printed in data sheets and in the serial line guide, or were worked out by hand. */
class RtuExchangeTest {

  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  private static Exchange rtu(int unit, Request request) {
    return Framing.rtu().begin(unit, request);
  }

  private static String sent(int unit, Request request) {
    return HEX.formatHex(rtu(unit, request).frame());
  }

  private static Answer heard(Exchange exchange, String hex) {
    byte[] bytes = HEX.parseHex(hex);
    Answer answer = exchange.hear(bytes, bytes.length);
    return answer == null ? exchange.ended() : answer;
  }

  @Test
  void requestsAreThoseOfTheVectors() {
    assertThat(sent(1, Request.reading(Table.HOLDING_REGISTERS, 0, 1)))
        .isEqualTo("01 03 00 00 00 01 84 0A");
    assertThat(sent(1, Request.writing(Table.HOLDING_REGISTERS, 1, 3)))
        .isEqualTo("01 06 00 01 00 03 98 0B");
    assertThat(sent(0x11, Request.writing(Table.COILS, 0xAC, 1)))
        .isEqualTo("11 05 00 AC FF 00 4E 8B");
    assertThat(sent(0x11, Request.writing(Table.HOLDING_REGISTERS, 1, 0x0A, 0x102)))
        .isEqualTo("11 10 00 01 00 02 04 00 0A 01 02 C6 F0");
    assertThat(sent(0x11, Request.writing(Table.COILS, 0x13, 1, 0, 1, 1, 0, 0, 1, 1, 1, 0)))
        .isEqualTo("11 0F 00 13 00 0A 02 CD 01 BF 0B");
  }

  @Test
  void theCheckIsThatOfTheVector() {
    byte[] frame = HEX.parseHex("01 10 00 00 00 01 02 00 02 27 91");

    assertThat(Crc16.holds(frame, 0, frame.length)).isTrue();
    assertThat(Crc16.of(frame, 0, 9)).isEqualTo(0x9127);
  }

  @Test
  void readsTheAnswerOfTheVector() {
    Exchange exchange = rtu(1, Request.reading(Table.HOLDING_REGISTERS, 0, 1));

    assertThat(heard(exchange, "01 03 02 00 07 F9 86"))
        .isInstanceOfSatisfying(
            Answer.Cells.class, cells -> assertThat(cells.values()).containsExactly(7));
  }

  @Test
  void anAnswerMayComeInPieces() {
    Exchange exchange = rtu(1, Request.reading(Table.HOLDING_REGISTERS, 0, 1));
    byte[] answer = HEX.parseHex("01 03 02 00 07 F9 86");
    for (int i = 0; i < answer.length - 1; i++) {
      assertThat(exchange.hear(new byte[] {answer[i]}, 1)).isNull();
    }

    assertThat(exchange.hear(new byte[] {answer[6]}, 1)).isInstanceOf(Answer.Cells.class);
  }

  @Test
  void anExceptionIsToldByItsCode() {
    Exchange exchange = rtu(0x0A, Request.reading(Table.COILS, 0x4A1, 1));

    assertThat(heard(exchange, "0A 81 02 B0 53")).isEqualTo(new Answer.Exceptional(2));
  }

  @Test
  void noSingleWrongBitPasses() {
    byte[] good = HEX.parseHex("01 03 04 00 07 12 34 00 00");
    int crc = Crc16.of(good, 0, 7);
    good[7] = (byte) crc;
    good[8] = (byte) (crc >>> 8);
    for (int bit = 0; bit < 8 * good.length; bit++) {
      byte[] wrong = good.clone();
      wrong[bit / 8] ^= (byte) (1 << (bit % 8));
      Exchange exchange = rtu(1, Request.reading(Table.HOLDING_REGISTERS, 0, 2));

      assertThat(heard(exchange, HEX.formatHex(wrong))).isInstanceOf(Answer.Unreadable.class);
    }
  }

  @Test
  void theAnswerOfAnotherUnitOrSizeOrWriteIsNone() {
    assertThat(
            heard(rtu(2, Request.reading(Table.HOLDING_REGISTERS, 0, 1)), "01 03 02 00 07 F9 86"))
        .isInstanceOf(Answer.Unreadable.class);
    assertThat(
            heard(rtu(1, Request.reading(Table.HOLDING_REGISTERS, 0, 2)), "01 03 02 00 07 F9 86"))
        .isInstanceOf(Answer.Unreadable.class);
    assertThat(
            heard(
                rtu(1, Request.writing(Table.HOLDING_REGISTERS, 2, 3)), "01 06 00 01 00 03 98 0B"))
        .isInstanceOf(Answer.Unreadable.class);
  }

  @Test
  void silenceIsNoAnswer() {
    assertThat(rtu(1, Request.reading(Table.COILS, 0, 1)).ended()).isEqualTo(new Answer.Nothing());
  }

  @Test
  void anyBytesAreAnAnswerOnlyWithTheRightCheck() {
    Random random = new Random(42);
    for (int round = 0; round < 20_000; round++) {
      Exchange exchange =
          rtu(1, Request.reading(Table.HOLDING_REGISTERS, 0, 1 + random.nextInt(3)));
      byte[] any = new byte[random.nextInt(700)];
      random.nextBytes(any);
      if (any.length > 3 && random.nextBoolean()) {
        any[0] = 1;
        any[1] = 3;
        any[2] = (byte) (2 + 2 * random.nextInt(3));
      }
      Answer answer = exchange.hear(any, any.length);

      boolean anAnswer = answer instanceof Answer.Cells || answer instanceof Answer.Exceptional;
      if (anAnswer) {
        int length = any[1] == 3 ? 5 + any[2] : 5;
        assertThat(remainder(any, length)).isZero();
      } else {
        assertThat(answer == null ? exchange.ended() : answer)
            .isInstanceOfAny(Answer.Unreadable.class, Answer.Nothing.class);
      }
    }
  }

  /** The other way to the check: a frame with its check is divided without a remainder. */
  private static int remainder(byte[] frame, int length) {
    int register = 0xFFFF;
    for (int i = 0; i < length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        int in = (frame[i] >> bit) & 1;
        int out = register & 1;
        register >>>= 1;
        if (in != out) {
          register ^= 0xA001;
        }
      }
    }
    return register;
  }
}
