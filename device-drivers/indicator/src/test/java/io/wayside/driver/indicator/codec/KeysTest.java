// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Command bytes as the makers' documents print them, and the answers to them. */
class KeysTest {

  @ParameterizedTest
  @CsvSource({
    // MT-SICS reference manual: command, CR LF
    "MT_SICS, ZERO, 5A0D0A",
    "MT_SICS, TARE, 540D0A",
    "MT_SICS, CLEAR_TARE, 5441430D0A",
    "MT_SICS, PRESET_TARE, 54412034393830206B670D0A",
    // SMA SCP-0499: LF, command, CR; a number has ten characters
    "SMA_SCP_0499, ZERO, 0A5A0D",
    "SMA_SCP_0499, TARE, 0A540D",
    "SMA_SCP_0499, CLEAR_TARE, 0A430D",
    "SMA_SCP_0499, PRESET_TARE, 0A54202020202020343938300D",
    // CAS CI-200, note 1 of its command table: device 11 is set to zero by 44 31 31 4B 5A 0D 0A
    "CAS_22, ZERO, 4431314B5A0D0A",
    "CAS_22, TARE, 4431314B540D0A",
    // Mettler Toledo ASCII input: single capital letters without a line end
    "TOLEDO_CONTINUOUS, ZERO, 5A",
    "TOLEDO_CONTINUOUS_CHECKED, TARE, 54",
    "TOLEDO_EXTENDED, CLEAR_TARE, 43",
  })
  void bytesOfAKey(IndicatorFormat format, Key key, String hex) {
    assertThat(format.keys(11).bytes(key, "4980"))
        .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(HexFormat.of().parseHex(hex)));
  }

  @Test
  void aDeviceNumberHasTwoDigits() {
    assertThat(IndicatorFormat.CAS_22.keys(1).bytes(Key.ZERO, ""))
        .hasValue("D01KZ\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void whatOnlySpeaksHasNoKeysAndMissingKeysAreMissing() {
    List<IndicatorFormat> with =
        Arrays.stream(IndicatorFormat.values())
            .filter(format -> !format.keys(1).commands().isEmpty())
            .toList();
    assertThat(with)
        .containsExactly(
            IndicatorFormat.TOLEDO_CONTINUOUS,
            IndicatorFormat.TOLEDO_CONTINUOUS_CHECKED,
            IndicatorFormat.TOLEDO_EXTENDED,
            IndicatorFormat.TOLEDO_EXTENDED_CHECKED,
            IndicatorFormat.MT_SICS,
            IndicatorFormat.SMA_SCP_0499,
            IndicatorFormat.CAS_22);
    assertThat(IndicatorFormat.CAS_22.keys(1).bytes(Key.CLEAR_TARE, "")).isEmpty();
    assertThat(IndicatorFormat.TOLEDO_CONTINUOUS.keys(1).bytes(Key.PRESET_TARE, "1")).isEmpty();
  }

  @Test
  void smaTakesANumberInTheUnitOfItsDisplay() {
    HexFormat hex = HexFormat.of();
    for (String unit : List.of("kg ", " kg", "lb ", "t  ", "???")) {
      String frame = "\n 1G  " + "   12340.0" + unit + "\r";
      String bytes = hex.formatHex(frame.getBytes(StandardCharsets.US_ASCII));
      assertThat(IndicatorFormat.SMA_SCP_0499.takesKilograms(bytes))
          .as(unit)
          .isEqualTo(unit.contains("kg"));
      assertThat(IndicatorFormat.MT_SICS.takesKilograms(bytes)).isTrue();
    }
    assertThat(IndicatorFormat.SMA_SCP_0499.takesKilograms("0a3f0d")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Z A", "T S     100.00 kg", "TA A    100.00 kg", "TAC A"})
  void anAnswerThatAKeyWasCarriedOutIsNoWeight(String answer) {
    Collected heard = Collected.of(IndicatorFormat.MT_SICS, answer + "\r\n");
    assertThat(heard.keysDone).isOne();
    assertThat(heard.indications).isEmpty();
    assertThat(heard.skipped + heard.unreadable).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "Z I, not at rest",
    "Z +, outside the range",
    "Z -, outside the range",
    "T I, not at rest",
    "T +, outside the range",
    "TA L, the number",
    "TA I, busy",
    "TAC I, busy",
  })
  void anAnswerThatAKeyWasNotCarriedOutSaysWhy(String answer, String why) {
    Collected heard = Collected.of(IndicatorFormat.MT_SICS, answer + "\r\n");
    assertThat(heard.keysDone).isZero();
    assertThat(heard.noWeights).singleElement().asString().contains("refuses the key", why);
  }

  @Test
  void casSendsTheKeyBackOrAMark() {
    String weight = "ST,GS,0" + "\u0001" + ",   12340 kg\r\n";
    Collected heard =
        Collected.of(IndicatorFormat.CAS_22, weight + "D11KZ\r\n" + weight + "!\r\n" + weight);
    assertThat(heard.values()).containsExactly(12_340.0, 12_340.0, 12_340.0);
    assertThat(heard.keysDone).isOne();
    assertThat(heard.noWeights).singleElement().asString().contains("did not carry out");
    assertThat(heard.skipped).isZero();
  }
}
