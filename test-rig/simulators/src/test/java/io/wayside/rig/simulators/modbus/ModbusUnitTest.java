// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.rig.simulators.modbus.RegisterTable.WordOrder;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModbusUnitTest {

  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  private final RegisterTable table = new RegisterTable(200);

  private String ask(String request) {
    return HEX.formatHex(ModbusUnit.answer(HEX.parseHex(request), table));
  }

  /** The examples of section 6 of the application protocol, with values set as they assume. */
  @Test
  void answersTheExamplesOfTheProtocol() {
    int[] outputs = {0xCD, 0x6B, 0x05};
    for (int i = 0; i < 19; i++) {
      table.coil(0x13 + i, (outputs[i / 8] >> i % 8 & 1) == 1);
    }
    assertThat(ask("01 00 13 00 13")).isEqualTo("01 03 CD 6B 05");
    table.holding(0x6B, 0x022B);
    table.holding(0x6D, 0x64);
    assertThat(ask("03 00 6B 00 03")).isEqualTo("03 06 02 2B 00 00 00 64");
    table.input(8, 10);
    assertThat(ask("04 00 08 00 01")).isEqualTo("04 02 00 0A");
    assertThat(ask("05 00 AC FF 00")).isEqualTo("05 00 AC FF 00");
    assertThat(table.coil(0xAC)).isTrue();
    assertThat(ask("06 00 01 00 03")).isEqualTo("06 00 01 00 03");
    assertThat(table.holding(1)).isEqualTo(3);
    assertThat(ask("0F 00 13 00 0A 02 CD 01")).isEqualTo("0F 00 13 00 0A");
    assertThat(ask("01 00 13 00 0A")).isEqualTo("01 02 CD 01");
    assertThat(ask("10 00 01 00 02 04 00 0A 01 02")).isEqualTo("10 00 01 00 02");
    assertThat(ask("03 00 01 00 02")).isEqualTo("03 04 00 0A 01 02");
    table.discreteInput(9, true);
    assertThat(ask("02 00 08 00 03")).isEqualTo("02 01 02");
  }

  @ParameterizedTest
  @CsvSource({
    "07, 87 01",
    "2B 0E 01 00, AB 01",
    "03 00 C8 00 01, 83 02",
    "03 00 C7 00 02, 83 02",
    "10 FF FF 00 01 02 00 00, 90 02",
    "03 00 00 00 00, 83 03",
    "03 00 00 00 7E, 83 03",
    "01 00 00 07 D1, 81 03",
    "05 00 00 12 34, 85 03",
    "06 00 00 12, 86 03",
    "0F 00 00 00 09 01 FF, 8F 03",
    "10 00 00 00 01 03 00 00, 90 03",
    "10 00 00 00 7C 00, 90 03",
    "03, 83 03"
  })
  void refusesWithTheExceptionOfTheProtocol(String request, String answer) {
    assertThat(ask(request)).isEqualTo(answer);
  }

  @Test
  void aNumberOfTwoRegistersLiesInAnyOrder() {
    assertThat(WordOrder.HIGH_FIRST.registers(0x0A0B0C0D)).containsExactly(0x0A0B, 0x0C0D);
    assertThat(WordOrder.LOW_FIRST.registers(0x0A0B0C0D)).containsExactly(0x0C0D, 0x0A0B);
    assertThat(WordOrder.HIGH_FIRST_BYTES_SWAPPED.registers(0x0A0B0C0D))
        .containsExactly(0x0B0A, 0x0D0C);
    assertThat(WordOrder.LOW_FIRST_BYTES_SWAPPED.registers(0x0A0B0C0D))
        .containsExactly(0x0D0C, 0x0B0A);
    table.holdingFloat(4, 12.5f, WordOrder.LOW_FIRST);
    assertThat(ask("03 00 04 00 02")).isEqualTo("03 04 00 00 41 48");
    table.inputInt(0, -2, WordOrder.HIGH_FIRST);
    assertThat(ask("04 00 00 00 02")).isEqualTo("04 04 FF FF FF FE");
    assertThatThrownBy(() -> new RegisterTable(0)).hasMessageContaining("not 0");
  }

  /** The vector that scale makers print. */
  @Test
  void theCheckIsThatOfSerialFrames() {
    byte[] frame = HEX.parseHex("01 10 00 00 00 01 02 00 02");
    assertThat(HEX.formatHex(Crc16.appended(frame))).endsWith("00 02 27 91");
    assertThat(Crc16.holds(Crc16.appended(frame))).isTrue();
  }

  @Test
  void noRequestHoweverOddFails() {
    Random random = new Random(502);
    for (int i = 0; i < 100_000; i++) {
      byte[] request = new byte[1 + random.nextInt(12)];
      random.nextBytes(request);
      request[0] = (byte) random.nextInt(20);
      byte[] answer = ModbusUnit.answer(request, table);
      assertThat(answer.length).isBetween(2, 253);
      assertThat(answer[0] & 0x7F).isEqualTo(request[0]);
    }
  }
}
