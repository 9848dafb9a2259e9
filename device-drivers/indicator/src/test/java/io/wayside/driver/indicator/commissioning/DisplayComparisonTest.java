// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.commissioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.WeightReading;
import io.wayside.core.device.WeightReading.Basis;
import io.wayside.core.device.WeightReading.Motion;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.core.unit.Mass;
import io.wayside.driver.indicator.codec.IndicatorFormat;
import io.wayside.driver.indicator.codec.MassUnit;
import io.wayside.driver.indicator.commissioning.Verdict.Code;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DisplayComparisonTest {

  private static final String A9 = "\u0002+012345" + "01A" + "\u0003";
  private static final String HT9800 = "\u00ff\u0001@#\u0001";
  private static final String TOLEDO = "\u000220  12340     0\r";

  private static final MassUnit DISPLAY_UNIT = MassUnit.KILOGRAM;

  private double intervalKg = 20;
  private Motion motion = Motion.NOT_TOLD;
  private Flags flags = Flags.NONE;

  @Test
  void theSameFigureMatches() {
    Verdict verdict = compare(IndicatorFormat.YAOHUA_A9_DECIMAL_POSITION, A9, 12_345, 12_345);
    assertThat(verdict.code()).isEqualTo(Code.MATCH);
    assertThat(verdict.message()).contains("agree").contains("12345.0 kg");
  }

  @Test
  void tenTimesTooLittleNamesTheOtherReadingOfTheA9Frame() {
    Verdict verdict = compare(IndicatorFormat.YAOHUA_A9_DECIMAL_POSITION, A9, 12_345, 123_450);
    assertThat(verdict.code()).isEqualTo(Code.OTHER_READING);
    assertThat(verdict.message())
        .contains("the gateway reads ten times too little")
        .contains("choose the other reading: format YAOHUA_A9_SEVEN_DIGITS");
  }

  @Test
  void tenTimesTooMuchNamesTheOtherReadingOfTheA9Frame() {
    Verdict verdict = compare(IndicatorFormat.YAOHUA_A9_SEVEN_DIGITS, A9, 123_450, 12_345);
    assertThat(verdict.code()).isEqualTo(Code.OTHER_READING);
    assertThat(verdict.message())
        .contains("the gateway reads ten times too much")
        .contains("format YAOHUA_A9_DECIMAL_POSITION");
  }

  @Test
  void theTwoBcdReadingsAreToldApartByTheDisplay() {
    Verdict verdict = compare(IndicatorFormat.BCD_GM8803, HT9800, 1_234, 12_340);
    assertThat(verdict.code()).isEqualTo(Code.OTHER_READING);
    assertThat(verdict.message()).contains("format BCD_HT9800");
  }

  @Test
  void aToledoCloneIsRecognisedByItsDisplay() {
    intervalKg = 0.1;
    Verdict hundred = compare(IndicatorFormat.TOLEDO_CONTINUOUS, TOLEDO, 12_340, 123.4);
    assertThat(hundred.message()).contains("100 times too much").contains("TOLEDO_CLONE_DECIMALS");
    String pounds = TOLEDO.replace("20 ", "2  ");
    Verdict unit = compare(IndicatorFormat.TOLEDO_CONTINUOUS, pounds, 5_597.3298458, 12_340);
    assertThat(unit.code()).isEqualTo(Code.MATCH);
    Verdict kilograms =
        new DisplayComparison(IndicatorFormat.TOLEDO_CONTINUOUS, DISPLAY_UNIT, 20)
            .of(reading(pounds, 5_597.3298458), 12_340, Optional.of(MassUnit.KILOGRAM));
    assertThat(kilograms.message()).contains("format TOLEDO_CLONE_POUND_BIT");
  }

  @Test
  void aFigureInTheUnitOfTheFrameIsComparedInThatUnit() {
    Verdict verdict = compare(IndicatorFormat.ST_GS, "ST,GS,+ 12.340 t\r\n", 12_340, 12.34);
    assertThat(verdict.code()).isEqualTo(Code.MATCH);
  }

  @Test
  void aDisplayInAnotherUnitThanConfiguredIsSaidSo() {
    Verdict verdict =
        new DisplayComparison(IndicatorFormat.T2000A, DISPLAY_UNIT, 20)
            .of(
                reading("\u0002+012340" + "000000" + "3" + "000\u0003", 12.34),
                12.34,
                Optional.of(MassUnit.TONNE));
    assertThat(verdict.code()).isEqualTo(Code.OTHER_UNIT);
    assertThat(verdict.message()).contains("set displayUnit TONNE");
  }

  @Test
  void aFewIntervalsApartTheLoadMayHaveMoved() {
    assertThat(compare(IndicatorFormat.YAOHUA_A9_DECIMAL_POSITION, A9, 12_345, 12_385).code())
        .isEqualTo(Code.NOT_AT_REST);
    motion = Motion.MOVING;
    assertThat(compare(IndicatorFormat.YAOHUA_A9_DECIMAL_POSITION, A9, 12_345, 15_000).code())
        .isEqualTo(Code.NOT_AT_REST);
  }

  @Test
  void anythingElseIsAMismatchAndSaysWhereToLook() {
    Verdict verdict = compare(IndicatorFormat.YAOHUA_A9_DECIMAL_POSITION, A9, 12_345, 30_000);
    assertThat(verdict.code()).isEqualTo(Code.MISMATCH);
    assertThat(verdict.message()).contains("same scale, gross or net, and the same unit");
    assertThat(compare(IndicatorFormat.YAOHUA_A9_DECIMAL_POSITION, A9, 12_345, -12_345).code())
        .isEqualTo(Code.MISMATCH);
  }

  @Test
  void anEmptyOrBlankDisplayProvesNothing() {
    assertThat(compare(IndicatorFormat.YAOHUA_A9_DECIMAL_POSITION, A9, 0, 0).code())
        .isEqualTo(Code.NOTHING_TO_COMPARE);
    assertThat(compare(IndicatorFormat.YAOHUA_A9_DECIMAL_POSITION, A9, 180, 180).message())
        .contains("put a load on the scale");
    flags = Flags.of(Flag.OUT_OF_RANGE);
    assertThat(compare(IndicatorFormat.YAOHUA_A9_DECIMAL_POSITION, A9, 40_180, 40_180).code())
        .isEqualTo(Code.NOTHING_TO_COMPARE);
  }

  private Verdict compare(IndicatorFormat format, String frame, double readKg, double displayed) {
    return new DisplayComparison(format, DISPLAY_UNIT, intervalKg)
        .of(reading(frame, readKg), displayed, Optional.empty());
  }

  private WeightReading reading(String frame, double readKg) {
    return new WeightReading(
        0,
        new Mass(readKg),
        new Mass(20),
        motion,
        Basis.NOT_TOLD,
        flags,
        HexFormat.of().formatHex(frame.getBytes(StandardCharsets.ISO_8859_1)));
  }
}
