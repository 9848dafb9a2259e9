// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.sentence.plain;

import static io.wayside.driver.nmea.sentence.plain.Read.as;
import static io.wayside.driver.nmea.sentence.plain.Read.clean;
import static io.wayside.driver.nmea.sentence.plain.Read.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.driver.nmea.sentence.plain.Plain.Alarm;
import io.wayside.driver.nmea.sentence.plain.Plain.Answered;
import io.wayside.driver.nmea.sentence.plain.Plain.Answered.Outcome;
import io.wayside.driver.nmea.sentence.plain.Plain.SetUp;
import io.wayside.driver.nmea.sentence.plain.Plain.Transducer;
import io.wayside.driver.nmea.sentence.plain.Plain.Transducers;
import io.wayside.driver.nmea.sentence.plain.Plain.Words;
import io.wayside.driver.nmea.sentence.plain.Spoilt.Reason;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SenderSentencesTest {

  @Test
  void aTransducerWithoutAValueIsLeftOutAndTheRestStays() {
    Transducers told = clean(Transducers.class, "$IIXDR,C,,C,AIRTEMP,A,-1.0,D,HEEL,U,12.4,V,BATT");

    assertThat(told.told())
        .containsExactly(
            new Transducer('A', -1.0, Optional.of('D'), "HEEL"),
            new Transducer('U', 12.4, Optional.of('V'), "BATT"));
  }

  @Test
  void aTransducerThatCannotBeReadIsNotedByItsNameAndTheRestStays() {
    String text = "$IIXDR,C,2x.1,C,AIRTEMP,A,-1.0,D,HEEL";

    assertThat(as(Transducers.class, text).told()).hasSize(1);
    assertThat(Read.said(text).spoilt())
        .containsExactly(new Spoilt("transducer AIRTEMP", "2x.1", Reason.NOT_A_NUMBER));
  }

  @Test
  void aTransducersUnitAndNameMayBeMissing() {
    assertThat(clean(Transducers.class, "$YXXDR,S,1,,DOOR,G,4").told())
        .containsExactly(
            new Transducer('S', 1, Optional.empty(), "DOOR"),
            new Transducer('G', 4, Optional.empty(), ""));
  }

  @Test
  void wordsComeWithTheirEscapesUndone() {
    assertThat(clean(Words.class, "$GPTXT,01,01,02,antenna^2C open ^2a ^zz ^4").text())
        .isEqualTo("antenna, open * ^zz ^4");
  }

  @Test
  void anAlarmSaysWhetherItIsRaisedAndAcknowledged() {
    assertThat(clean(Alarm.class, "$AIALR,000000.00,001,A,V,AIS: Tx malfunction"))
        .isEqualTo(new Alarm("001", true, false, "AIS: Tx malfunction"));
    assertThat(clean(Alarm.class, "$AIALR,,001,V,A,")).isEqualTo(new Alarm("001", false, true, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$AIACF,995741001,1,2102.5260,N,10551.3140,E,1,2087,2088,2087,2088,1,14,0,",
        "$AIACG,995741001,FF,50,1,0,0,BUOY 12,0,0,0,0,",
        "$AIAID,1,create,995741001,",
        "$AICBR,995741001,21,0,00,00,0,540,1,00,00,0,540,"
      })
  void onlyACommandWouldChangeAnything(String text) {
    for (String status : new String[] {"R", "", "V", "P", "c", "CC"}) {
      assertThat(clean(SetUp.class, text + status))
          .as(text + status)
          .isEqualTo(new SetUp(OptionalInt.of(995741001), false));
    }
    assertThat(clean(SetUp.class, text + "C"))
        .isEqualTo(new SetUp(OptionalInt.of(995741001), true));
  }

  @ParameterizedTest
  @CsvSource({
    "0, RECEIVED",
    "1, NOT_ACKNOWLEDGED",
    "2, NOT_SENT",
    "3, SENT",
    "4, LATE",
    "5, OTHER",
    "'', OTHER"
  })
  void anAnswerSaysWhatBecameOfWhichMessage(String told, Outcome outcome) {
    assertThat(clean(Answered.class, "$AIABK,002241111,A,6,2," + told))
        .isEqualTo(
            new Answered(OptionalInt.of(2241111), OptionalInt.of(6), OptionalInt.of(2), outcome));
  }

  @Test
  void anAnswerToABroadcastIsForNobody() {
    assertThat(clean(Answered.class, "$AIABK,,,21,1,3").mmsi()).isEmpty();
    assertThat(reasons("$AIABK,,,21,1,3")).isEmpty();
  }
}
