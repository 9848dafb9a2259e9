// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be is refused with the place and the reason. */
class GarbledFramesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1  | ''                        | 10 | GET_READER_CAPABILITIES ends within its field req",
        "3  | 00 00dc0003               | 13 | a length of 3 for parameter type 220 is not from 4",
        "3  | 00 00dc000a01000013       | 13 | a length of 10 for parameter type 220",
        "3  | 00 00dc0008010000 13      | 16 | KeepaliveSpec ends within its field periodMs",
        "3  | 00 00                     | 11 | the bytes end within the header of a parameter",
        "3  | 00 00010006 0001          | 11 | parameter type 1 has no form with a length",
        "61 | 00f00006 8100             | 15 | AntennaID ends within its field antennaId",
        "61 | 00f00010 8d0001020304050607080 90a | 15 | EPC_96 ends within its field epc",
        "61 | 00f0000d 00f100090019 ffffff | 18 | EPCData ends within its field epc",
        "100| 011f000a 006d 0003 6e6f   | 16 | LLRPStatus ends within its field errorDescription"
      })
  void saysWhereAndWhy(int type, String body, long offset, String reason) {
    byte[] bytes = Decoded.framed(type, body.replace(" ", ""));
    Garbled garbled = catchThrowableOfType(Garbled.class, () -> Decoded.of(bytes));
    assertThat(garbled.offset()).isEqualTo(offset);
    assertThat(garbled.reason()).contains(reason);
    assertThat(garbled).hasMessage("frame 1, offset " + offset + ": " + garbled.reason());
  }

  @Test
  void nestingEndsAtEight() throws Garbled {
    assertThat(Decoded.of(Decoded.framed(100, nested(8))).parameters()).hasSize(1);
    Garbled garbled =
        catchThrowableOfType(Garbled.class, () -> Decoded.of(Decoded.framed(100, nested(9))));
    assertThat(garbled.reason()).isEqualTo("parameters are nested deeper than 8");
  }

  /** LLRPStatus with ParameterErrors in each other: the one recursion that LLRP has. */
  private static String nested(int depth) {
    String inner = "";
    for (int i = 1; i < depth; i++) {
      inner = String.format("0121%04x00010064", 8 + inner.length() / 2) + inner;
    }
    return String.format("011f%04x00640000", 8 + inner.length() / 2) + inner;
  }

  @Test
  void theNumberOfParametersIsBounded() {
    byte[] bytes = Decoded.framed(3, "00" + "00e20005".concat("80").repeat(101));
    Garbled garbled =
        catchThrowableOfType(Garbled.class, () -> new Decoder(100).decode(Frame.of(bytes)));
    assertThat(garbled.reason()).isEqualTo("there are more than 100 parameters");
  }

  @Test
  void aFrameAloneMustBeWholeAndAlone() {
    byte[] bytes = Golden.ENABLE_ROSPEC.bytes();
    assertThat(catchThrowableOfType(Garbled.class, () -> Frame.of(new byte[9])).offset())
        .isEqualTo(9);
    bytes[5]++;
    assertThat(catchThrowableOfType(Garbled.class, () -> Frame.of(bytes)).reason())
        .isEqualTo("the length is 15 and there are 14");
  }
}
