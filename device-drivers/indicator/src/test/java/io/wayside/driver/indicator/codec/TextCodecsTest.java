// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import static io.wayside.driver.indicator.codec.IndicatorFormat.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.WeightReading.Basis;
import io.wayside.driver.indicator.codec.Indication.Range;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the formats of text say when they show no number. */
class TextCodecsTest {

  static Stream<Arguments> outOfRange() {
    return Stream.of(
        Arguments.of(YAOHUA_A12_CHECKED, "         OL23\r\n", Range.OVER),
        Arguments.of(YAOHUA_A12_CHECKED, "         LO23\r\n", Range.UNDER),
        Arguments.of(MT_SICS, "S +\r\n", Range.OVER),
        Arguments.of(MT_SICS, "S -\r\n", Range.UNDER),
        Arguments.of(SMA_SCP_0499, "\nO1G  " + "   41000.0" + "kg \r", Range.OVER),
        Arguments.of(SMA_SCP_0499, "\nU1G  " + "   -1000.0" + "kg \r", Range.UNDER),
        Arguments.of(SMA_SCP_0499, "\nE1G  " + "----------" + "kg \r", Range.BLANK),
        Arguments.of(SMA_SCP_0499, "\nI1G  " + "----------" + "kg \r", Range.BLANK),
        Arguments.of(SMA_SCP_0499, "\nT1N  " + "----------" + "kg \r", Range.BLANK),
        Arguments.of(ST_GS, "OL,GS,+99.9999kg\r\n", Range.OVER),
        Arguments.of(ST_GS, "OL,GS,-       kg\r\n", Range.UNDER),
        Arguments.of(AND_STANDARD, "OL,+9999999E+19\r\n", Range.OVER),
        Arguments.of(AND_STANDARD, "OL,-9999999E+19\r\n", Range.UNDER),
        Arguments.of(DINI_3590E, "OL,1,   -------,           0,kg\r\n", Range.OVER),
        Arguments.of(CAS_22, "OL,GS,00,         kg\r\n", Range.OVER),
        Arguments.of(RINSTRUM_AUTO, "\u0002 -------O\u0003", Range.OVER),
        Arguments.of(RINSTRUM_AUTO, "\u0002-_______U\u0003", Range.UNDER),
        Arguments.of(RINSTRUM_AUTO, "\u0002 ERROR  E\u0003", Range.BLANK),
        Arguments.of(T2000A, "\u0002+      " + "000000" + "0" + "000\u0003", Range.BLANK));
  }

  @ParameterizedTest
  @MethodSource
  void outOfRange(IndicatorFormat format, String frame, Range range) {
    assertThat(Collected.of(format, frame).indications)
        .extracting(Indication::range)
        .containsExactly(range);
  }

  static Stream<Arguments> framesWithoutAWeight() {
    return Stream.of(
        Arguments.of(YAOHUA_A12, "wt001.000kg", "the tare"),
        Arguments.of(YAOHUA_A12, "ww001.000oz", "unit is \"oz\""),
        Arguments.of(MT_SICS, "S I\r\n", "busy"),
        Arguments.of(MT_SICS, "ES\r\n", "ES"),
        Arguments.of(MT_SICS, "ET\r\n", "ET"),
        Arguments.of(MT_SICS, "EL\r\n", "EL"),
        Arguments.of(MT_SICS, "S S      12.5 oz\r\n", "unit is \"oz\""),
        Arguments.of(MT_SICS, "S S        12 PCS\r\n", "unit is \"PCS\""),
        Arguments.of(SMA_SCP_0499, "\n?\r", "does not know the command"),
        Arguments.of(SMA_SCP_0499, "\n 1T  " + "     1.000" + "kg \r", "the tare"),
        Arguments.of(SMA_SCP_0499, "\n 1G  " + "     1.000" + "ton\r", "unit is \"ton\""),
        Arguments.of(ST_GS, "ST,TR,+  1.000kg\r\n", "the tare"),
        Arguments.of(ST_GS, "ST,GS,+  1.000oz\r\n", "unit is \"oz\""),
        Arguments.of(AND_STANDARD, "ST,+00012.345 oz\r\n", "unit is \"oz\""),
        Arguments.of(DINI_3590E, "TL,1,     12340,           0,kg\r\n", "not level"),
        Arguments.of(HBM_MSV, "    12340  N  \r\n", "unit is \"N\""));
  }

  @ParameterizedTest
  @MethodSource
  void framesWithoutAWeight(IndicatorFormat format, String frame, String why) {
    Collected heard = Collected.of(format, frame);
    assertThat(heard.indications).isEmpty();
    assertThat(heard.noWeights).singleElement().asString().contains(why);
  }

  static Stream<Arguments> nonsense() {
    return Stream.of(
        Arguments.of(YAOHUA_A12, "ww1.2.345kg"),
        Arguments.of(MT_SICS, "S S     1.0.0 kg\r\n"),
        Arguments.of(MT_SICS, "S S     10 00 kg\r\n"),
        Arguments.of(SMA_SCP_0499, "\n 1G  " + "----------" + "kg \r"),
        Arguments.of(ST_GS, "ST,GS,+ 12.3a5kg\r\n"),
        Arguments.of(ST_GS, "ST,GS,+       kg\r\n"),
        Arguments.of(CAS_22, "ST,GS,00,  --12.3 kg\r\n"),
        Arguments.of(CAS_22, "ST,GS,00,   1-2.3 kg\r\n"),
        Arguments.of(HBM_MSV, "  1 2340      \r\n"),
        Arguments.of(T2000A, "\u0002+12 400" + "000000" + "0" + "000\u0003"),
        Arguments.of(RINSTRUM_AUTO, "\u0002 12a40  G\u0003"));
  }

  @ParameterizedTest
  @MethodSource
  void nonsense(IndicatorFormat format, String frame) {
    Collected heard = Collected.of(format, frame + frame);
    assertThat(heard.indications).isEmpty();
    assertThat(heard.noWeights).isEmpty();
    assertThat(heard.unreadable).isEqualTo(2);
  }

  @Test
  void aWrongCheckOfTheA12IsDroppedAndCounted() {
    Collected heard = Collected.of(YAOHUA_A12_CHECKED, "WG004.138kg3D\r\nWG004.139kg3D\r\n");
    assertThat(heard.values()).containsExactly(4.139);
    assertThat(heard.checkFailures).isOne();
  }

  @Test
  void lineEndsBetweenA12FramesAreNoLoss() {
    Collected heard = Collected.of(YAOHUA_A12, "ww012.345kg\r\n".repeat(5));
    assertThat(heard.values()).hasSize(5);
    assertThat(heard.skipped).isZero();
  }

  @Test
  void aDiniTareOfZeroMakesTheNetWeightTheGrossWeight() {
    assertThat(basisOf("           0")).isEqualTo(Basis.GROSS);
    assertThat(basisOf("PT     12.00")).isEqualTo(Basis.NET);
    assertThat(basisOf("          ??")).isEqualTo(Basis.NOT_TOLD);
  }

  private static Basis basisOf(String tare) {
    return Collected.of(DINI_3590E, "ST,1,     12340," + tare + ",kg\r\n")
        .indications
        .get(0)
        .basis();
  }

  @Test
  void oneBcdFrameAloneProvesNothing() {
    String frame = "\u00ff\u0000@#\u0001";
    String other = "\u00ff\u0000A#\u0001";
    assertThat(Collected.of(BCD_GM8803, frame + other + frame).indications).isEmpty();
    assertThat(Collected.of(BCD_GM8803, frame + "x" + frame).indications).isEmpty();
    assertThat(Collected.of(BCD_GM8803, frame + frame + frame).indications).hasSize(2);
  }

  @Test
  void bcdDigitsAboveNineAreNoFrame() {
    Collected heard = Collected.of(BCD_GM8803, "\u00ff\u0000J#\u0001".repeat(3));
    assertThat(heard.indications).isEmpty();
    assertThat(heard.unconfirmed).isZero();
  }
}
