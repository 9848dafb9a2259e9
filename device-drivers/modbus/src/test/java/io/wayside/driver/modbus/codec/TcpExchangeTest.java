// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.RegisterDevice.Table;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TcpExchangeTest {

  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();
  private static final String ANSWER = "00 01 00 00 00 05 11 03 02 00 07";

  private final Framing framing = Framing.tcp();
  private final Exchange exchange =
      framing.begin(0x11, Request.reading(Table.HOLDING_REGISTERS, 0x6B, 1));

  private Answer heard(String hex) {
    byte[] bytes = HEX.parseHex(hex);
    Answer answer = exchange.hear(bytes, bytes.length);
    return answer == null ? exchange.ended() : answer;
  }

  private static void assertSeven(Answer answer) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Cells.class, cells -> assertThat(cells.values()).containsExactly(7));
  }

  @Test
  void theHeaderCountsTransactionsAndTheBytesFromTheUnitOn() {
    assertThat(HEX.formatHex(exchange.frame())).isEqualTo("00 01 00 00 00 06 11 03 00 6B 00 01");
    Exchange next = framing.begin(1, Request.reading(Table.COILS, 0, 1));
    assertThat(HEX.formatHex(next.frame())).startsWith("00 02 00 00 00 06 01 01");
  }

  @Test
  void readsTheAnswerToItsTransaction() {
    assertSeven(heard(ANSWER));
    assertThat(exchange.lostTrack()).isFalse();
  }

  @Test
  void passesOverLateAnswersOfEarlierTransactions() {
    assertSeven(heard("00 00 00 00 00 05 11 03 02 00 01 " + ANSWER));
    assertThat(exchange.lostTrack()).isFalse();
  }

  @Test
  void onlyAnswersOfOtherTransactionsAreNoAnswer() {
    assertThat(heard("00 09 00 00 00 05 11 03 02 00 01")).isInstanceOf(Answer.Unreadable.class);
    assertThat(exchange.lostTrack()).isFalse();
  }

  @Test
  void halfAnAnswerLosesTrack() {
    assertThat(heard("00 01 00 00 00 05 11 03")).isInstanceOf(Answer.Unreadable.class);
    assertThat(exchange.lostTrack()).isTrue();
  }

  @Test
  void aHeaderThatIsNotModbusLosesTrack() {
    assertThat(heard("00 01 00 07 00 05 11 03 02 00 07")).isInstanceOf(Answer.Unreadable.class);
    assertThat(exchange.lostTrack()).isTrue();
  }

  @Test
  void bytesBehindTheAnswerLoseTrack() {
    assertSeven(heard(ANSWER + " 00"));
    assertThat(exchange.lostTrack()).isTrue();
  }

  @Test
  void anotherUnitDoesNotAnswerForThisOne() {
    assertThat(heard("00 01 00 00 00 05 12 03 02 00 07")).isInstanceOf(Answer.Unreadable.class);
  }

  @Test
  void anyMutationOfAnAnswerIsTakenWithoutHarm() {
    Random random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      Exchange fresh = Framing.tcp().begin(0x11, Request.reading(Table.HOLDING_REGISTERS, 0x6B, 1));
      byte[] bytes = HEX.parseHex(ANSWER);
      for (int i = random.nextInt(4); i > 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      int length = random.nextInt(bytes.length + 1);
      Answer answer = fresh.hear(bytes, length);

      assertThat(answer == null ? fresh.ended() : answer).isNotNull();
      boolean headAndShapeWhole =
          length == bytes.length && HEX.formatHex(bytes).startsWith("00 01 00 00 00 05 11 03 02");
      assertThat(answer instanceof Answer.Cells).isEqualTo(headAndShapeWhole);
    }
  }
}
