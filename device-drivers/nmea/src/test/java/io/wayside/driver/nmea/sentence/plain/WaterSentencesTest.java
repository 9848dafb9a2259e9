// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.sentence.plain;

import static io.wayside.core.water.WaterQuantity.AIR_CEL;
import static io.wayside.core.water.WaterQuantity.CURRENT_MPS;
import static io.wayside.core.water.WaterQuantity.CURRENT_TO_DEG;
import static io.wayside.core.water.WaterQuantity.DEPTH_M;
import static io.wayside.core.water.WaterQuantity.DEW_POINT_CEL;
import static io.wayside.core.water.WaterQuantity.HUMIDITY;
import static io.wayside.core.water.WaterQuantity.PRESSURE_PA;
import static io.wayside.core.water.WaterQuantity.WATER_CEL;
import static io.wayside.core.water.WaterQuantity.WIND_FROM_BOW_DEG;
import static io.wayside.core.water.WaterQuantity.WIND_FROM_DEG;
import static io.wayside.core.water.WaterQuantity.WIND_MPS;
import static io.wayside.driver.nmea.sentence.plain.Read.figures;
import static io.wayside.driver.nmea.sentence.plain.Read.near;
import static io.wayside.driver.nmea.sentence.plain.Read.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.water.WaterQuantity;
import io.wayside.driver.nmea.sentence.plain.Spoilt.Reason;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaterSentencesTest {

  @ParameterizedTest
  @CsvSource({
    "'$SDDPT,5.3,0.4,', 5.7", // the range is empty
    "'$SDDPT,5.3,0.4', 5.7", // two fields, as before version 3
    "'$SDDPT,5.3,-0.6,100.0', 4.7",
    "'$SDDPT,5.3,,', 5.3",
    "'$SDDPT,5.3', 5.3"
  })
  void aDepthHasItsOffsetAsTheSounderTellsIt(String text, double depthM) {
    assertThat(figures(text).get(DEPTH_M)).isCloseTo(depthM, near());
    assertThat(reasons(text)).isEmpty();
  }

  @Test
  void aDepthWithAnOffsetNobodyCanReadIsNoDepth() {
    assertThat(figures("$SDDPT,5.3,0.4m,")).isEmpty();
    assertThat(reasons("$SDDPT,5.3,0.4m,")).containsExactly(Reason.NOT_A_NUMBER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$SDDBT,17.4,f,5.30352,M,2.9,F",
        "$SDDBT,17.4,f,,M,,F",
        "$SDDBT,,f,,M,2.9,F",
        "$SDDBS,17.4,f,5.30352,M,2.9,F",
        "$SDDBK,17.4,f,5.30352,M,2.9,F"
      })
  void aDepthInThreeUnitsIsTakenFromTheBestThatIsThere(String text) {
    assertThat(figures(text).get(DEPTH_M)).isCloseTo(5.30352, near());
    assertThat(reasons(text)).isEmpty();
  }

  @Test
  void anEmptyDepthTellsNothingAndIsNoFault() {
    for (String text : new String[] {"$SDDPT,,,", "$SDDPT,", "$SDDPT", "$SDDBT,,f,,M,,F"}) {
      assertThat(figures(text)).as(text).isEmpty();
      assertThat(reasons(text)).as(text).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"N, 5.1444444444", "M, 10", "K, 2.7777777778", "S, 4.4704"})
  void windComesInFourUnits(String unit, double metresASecond) {
    Map<WaterQuantity, Double> told = figures("$WIMWV,214.8,R,10.0," + unit + ",A");

    assertThat(told.get(WIND_MPS)).isCloseTo(metresASecond, near());
    assertThat(told.get(WIND_FROM_BOW_DEG)).isEqualTo(214.8);
    assertThat(told).doesNotContainKey(WIND_FROM_DEG);
  }

  @Test
  void windThatDoesNotHoldOrHasNoUnitIsNotTold() {
    assertThat(figures("$WIMWV,214.8,R,10.0,N,V")).isEmpty();
    assertThat(reasons("$WIMWV,214.8,R,10.0,N,V")).isEmpty();
    assertThat(figures("$WIMWV,214.8,R,10.0,,A")).containsOnlyKeys(WIND_FROM_BOW_DEG);
    assertThat(reasons("$WIMWV,214.8,R,10.0,,A")).containsExactly(Reason.HALF_MISSING);
    assertThat(figures("$WIMWV,214.8,R,10.0,N")).isEmpty();
    assertThat(reasons("$WIMWV,214.8,R,10.0,N")).containsExactly(Reason.HALF_MISSING);
  }

  @Test
  void windFromNorthIsToldFromTrueNorthAlone() {
    assertThat(figures("$WIMWD,046.,T,047.,M,10.0,N,05.2,M"))
        .containsOnly(Map.entry(WIND_FROM_DEG, 46.0), Map.entry(WIND_MPS, 5.2));
    assertThat(figures("$WIMWD,,T,047.,M,,N,,M")).isEmpty();
  }

  @Test
  void aWeatherStationTellsEachFigureInItsUnit() {
    Map<WaterQuantity, Double> told =
        figures("$WIMDA,29.9200,I,1.0132,B,27.3,C,24.1,C,81.5,,23.8,C,46.0,T,47.0,M,10.0,N,5.2,M");

    assertThat(told.get(PRESSURE_PA)).isCloseTo(101_320, near());
    assertThat(told.get(AIR_CEL)).isEqualTo(27.3);
    assertThat(told.get(WATER_CEL)).isEqualTo(24.1);
    assertThat(told.get(HUMIDITY)).isCloseTo(0.815, near());
    assertThat(told.get(DEW_POINT_CEL)).isEqualTo(23.8);
    assertThat(told.get(WIND_FROM_DEG)).isEqualTo(46.0);
    assertThat(told.get(WIND_MPS)).isEqualTo(5.2);
  }

  @Test
  void whatAWeatherStationLeavesOutIsNotThere() {
    assertThat(figures("$WIMDA,,I,,B,27.3,C,,,,,,,,,,,,,,")).containsOnlyKeys(AIR_CEL);
    assertThat(figures("$WIMDA,29.92,I")).containsOnlyKeys(PRESSURE_PA);
  }

  @Test
  void onePressureThatNobodyHasSpoilsItselfAlone() {
    String text = "$WIMDA,,I,10.132,B,27.3,C,,,,,,,,,,,,,,";

    assertThat(figures(text)).containsOnlyKeys(AIR_CEL);
    assertThat(reasons(text)).containsExactly(Reason.OUT_OF_RANGE);
  }

  @Test
  void singleSentencesOfTheWeatherAreRead() {
    assertThat(figures("$YXMTW,18.1,C")).containsExactly(Map.entry(WATER_CEL, 18.1));
    assertThat(figures("$WIMTA,25.0,C")).containsExactly(Map.entry(AIR_CEL, 25.0));
    assertThat(figures("$WIMHU,66.0,5.0,3.0,C"))
        .containsOnly(Map.entry(HUMIDITY, 0.66), Map.entry(DEW_POINT_CEL, 3.0));
    assertThat(figures("$WIMMB,29.7,I,1.00,B")).containsExactly(Map.entry(PRESSURE_PA, 100_000.0));
    assertThat(figures("$WIMMB,29.5299,I,,B").get(PRESSURE_PA))
        .isCloseTo(100_000, org.assertj.core.data.Offset.offset(1.0));
  }

  @Test
  void aCurrentFlowsToWhereItIsTold() {
    Map<WaterQuantity, Double> told = figures("$VWVDR,112.0,T,113.0,M,2.0,N");

    assertThat(told.get(CURRENT_TO_DEG)).isEqualTo(112.0);
    assertThat(told.get(CURRENT_MPS)).isCloseTo(1.0288888889, near());
  }

  @Test
  void aTemperatureInAnotherUnitIsNotTakenForCelsius() {
    assertThat(figures("$YXMTW,64.6,F")).isEmpty();
    assertThat(reasons("$YXMTW,64.6,F")).containsExactly(Reason.UNKNOWN_LETTER);
  }
}
