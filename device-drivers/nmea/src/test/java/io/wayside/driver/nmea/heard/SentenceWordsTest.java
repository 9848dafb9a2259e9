// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.heard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.water.AidQuantity;
import io.wayside.core.water.AidSign;
import io.wayside.core.water.Fix;
import io.wayside.core.water.Presence;
import io.wayside.core.water.WaterQuantity;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceWordsTest {

  private static final String PLACE = "2014.4000,N,10639.6000,E";
  private static final String GGA = "$GPGGA,031500," + PLACE + ",1,09,1.1,3.2,M,-27.1,M,,";
  private static final String RMC = "$GPRMC,031500,A," + PLACE + ",0.1,87.0,221126,1.2,W,A";
  private static final String GLL = "$GPGLL," + PLACE + ",031500,A,A";

  @Test
  void aGatewaysOwnReceiverIsAnAidByItsTalker() {
    Told told = Told.plainly();
    told.hear("$GPGST,031500,2.0,,,,3.0,4.0,6.0");
    told.hear(GGA);

    assertThat(told.aid().aid()).isEqualTo("nmea:GP");
    assertThat(told.aid().presence()).isEqualTo(Presence.REAL);
    assertThat(told.aid().signs()).containsExactly(AidSign.POSITIONED);
    Fix fix = told.aid().fix().orElseThrow();
    assertThat(fix.latitudeDeg()).isCloseTo(20.24, Offset.offset(1e-9));
    assertThat(fix.longitudeDeg()).isCloseTo(106.66, Offset.offset(1e-9));
    assertThat(fix.hdop()).hasValue(1.1);
    assertThat(fix.sigmaM()).hasValue(5.0);
  }

  @Test
  void aRoundOfSentencesIsOneFix() {
    Told told = Told.plainly();
    for (int round = 0; round < 5; round++) {
      told.hear(GGA);
      told.hear(RMC);
      told.hear(GLL);
      told.pass(Told.SECOND);
    }

    assertThat(told.aids).hasSize(5);
    assertThat(told.interpreter.unused().of(Unused.SAID_BETTER)).isEqualTo(10);
  }

  @Test
  void aWorseSentenceCountsWhenTheBetterOneStaysAway() {
    Told told = Told.plainly();
    told.hear(GGA);
    told.pass(10 * Told.SECOND);
    told.hear(RMC);

    assertThat(told.aids).hasSize(2);
    assertThat(told.aid().fix().orElseThrow().hdop()).isEmpty();
  }

  @Test
  void twoReceiversOnOneWireAreTwo() {
    Told told = Told.plainly();
    told.hear(GGA);
    told.hear(RMC.replace("GP", "GL"));

    assertThat(told.aids).extracting(aid -> aid.aid()).containsExactly("nmea:GP", "nmea:GL");
  }

  @Test
  void aSpreadThatIsOldIsForgotten() {
    Told told = Told.plainly();
    told.hear("$GPGST,031500,2.0,,,,3.0,4.0,6.0");
    told.pass(10 * Told.SECOND);
    told.hear(GGA);

    assertThat(told.aid().fix().orElseThrow().sigmaM()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$GPGGA,031500," + PLACE + ",0,00,99.99,,M,,M,,",
        "$GPGGA,031500,,,,,0,00,99.99,,M,,M,,",
        "$GPGGA,031500," + PLACE + ",6,00,1.0,,M,,M,,",
        "$GPGGA,031500," + PLACE + ",7,00,1.0,,M,,M,,",
        "$GPGGA,031500," + PLACE + ",8,00,1.0,,M,,M,,",
        "$GPRMC,031500,V," + PLACE + ",0.1,87.0,221126,1.2,W,A",
        "$GPRMC,031500,V," + PLACE + ",0.1,87.0,221126,1.2,W"
      })
  void aReceiverThatMeasuresNothingSaysThatItHasNoPosition(String text) {
    Told told = Told.plainly();
    told.hear(text);

    assertThat(told.aid().fix()).isEmpty();
    assertThat(told.aid().tells()).containsExactly(AidSign.POSITIONED);
    assertThat(told.aid().signs()).isEmpty();
  }

  @Test
  void aSounderThatSaysTwoDepthsIsToldOnceWithItsOffset() {
    Told told = Told.plainly();
    for (int round = 0; round < 3; round++) {
      told.hear("$SDDPT,5.10,0.40,");
      told.hear("$SDDBT,16.7,f,5.10,M,2.8,F");
      told.pass(Told.SECOND);
    }

    assertThat(told.water)
        .extracting(reading -> reading.station() + " " + reading.value())
        .containsExactly("nmea:SD 5.5", "nmea:SD 5.5", "nmea:SD 5.5");
  }

  @Test
  void aSounderThatSaysOnlyTheOldSentenceIsToldToo() {
    Told told = Told.plainly();
    told.hear("$SDDBT,16.7,f,5.10,M,2.8,F");

    assertThat(told.figures()).containsEntry(WaterQuantity.DEPTH_M, 5.1);
  }

  @Test
  void anEmptyDepthDoesNotSilenceAnother() {
    Told told = Told.plainly();
    told.hear("$SDDPT,,,");
    told.hear("$SDDBT,16.7,f,5.10,M,2.8,F");

    assertThat(told.figures()).containsEntry(WaterQuantity.DEPTH_M, 5.1);
  }

  @Test
  void transducersAreWhatTheSiteSaysTheyAre() {
    Told told =
        Told.withTransducers("BATT=SUPPLY_V", "TIDE=LEVEL_M", "HATCH=DOOR_OPEN", "HEEL=TILT_DEG");
    told.hear("$YXXDR,D,1.50,M,TIDE,U,12.60,V,BATT,S,1,,HATCH,C,,C,AIRTEMP,A,-3.5,D,HEEL");

    assertThat(told.water).hasSize(1);
    assertThat(told.water.get(0).station()).isEqualTo("nmea:YX");
    assertThat(told.figures()).containsEntry(WaterQuantity.LEVEL_M, 1.5);
    assertThat(told.aid().quantities())
        .containsEntry(AidQuantity.SUPPLY_V, 12.6)
        .containsEntry(AidQuantity.TILT_DEG, -3.5);
    assertThat(told.aid().signs()).containsExactly(AidSign.DOOR_OPEN);
  }

  @Test
  void transducersComeInTheUnitsOfCore() {
    Told told =
        Told.withTransducers(
            "P=PRESSURE_PA", "Q=DEW_POINT_CEL", "H=HUMIDITY", "L=AMBIENT_LUX", "I=LOAD_A");
    told.hear("$WIXDR,P,1.0132,B,P,C,21.5,,Q,H,81.5,P,H,G,430,,L,I,0.25,A,I");

    assertThat(told.figures().get(WaterQuantity.PRESSURE_PA))
        .isCloseTo(101_320, Offset.offset(1e-6));
    assertThat(told.figures()).containsEntry(WaterQuantity.DEW_POINT_CEL, 21.5);
    assertThat(told.figures().get(WaterQuantity.HUMIDITY)).isCloseTo(0.815, Offset.offset(1e-9));
    assertThat(told.aid().quantities())
        .containsEntry(AidQuantity.AMBIENT_LUX, 430.0)
        .containsEntry(AidQuantity.LOAD_A, 0.25);
  }

  @Test
  void anAirTemperatureInAnotherScaleIsNotTold() {
    Told told = Told.withTransducers("T=AIR_CEL", "U=SUPPLY_V");
    told.hear("$WIXDR,C,81.5,F,T,C,12.0,C,U,P,1.0,,T");

    assertThat(told.water).isEmpty();
    assertThat(told.aids).isEmpty();
    assertThat(told.interpreter.unused().of(Unused.WRONG_UNIT)).isEqualTo(3);
  }

  @Test
  void aTransducerOfNothingKnownIsRefusedWithTheWordsThatAre() {
    for (String line : List.of("BATT", "BATT=", "BATT=VOLTS")) {
      assertThatThrownBy(() -> TransducerNames.parse(List.of(line)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("\"" + line + "\"")
          .hasMessageContaining("SUPPLY_V")
          .hasMessageContaining("LEVEL_M");
    }
  }
}
