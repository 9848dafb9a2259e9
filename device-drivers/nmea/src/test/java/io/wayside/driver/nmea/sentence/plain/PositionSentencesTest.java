// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.sentence.plain;

import static io.wayside.driver.nmea.sentence.plain.Read.as;
import static io.wayside.driver.nmea.sentence.plain.Read.clean;
import static io.wayside.driver.nmea.sentence.plain.Read.near;
import static io.wayside.driver.nmea.sentence.plain.Read.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.driver.nmea.sentence.plain.Plain.Clock;
import io.wayside.driver.nmea.sentence.plain.Plain.FixKind;
import io.wayside.driver.nmea.sentence.plain.Plain.Motion;
import io.wayside.driver.nmea.sentence.plain.Plain.Position;
import io.wayside.driver.nmea.sentence.plain.Plain.Spread;
import io.wayside.driver.nmea.sentence.plain.Spoilt.Reason;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PositionSentencesTest {

  private static final String RED_RIVER = "2102.5260,N,10551.3140,E";

  @Test
  void aGgaTellsPlaceQualityHdopAndSatellites() {
    Position position =
        clean(
            Position.class, "$GPGGA,031500.00," + RED_RIVER + ",2,09,0.9,12.4,M,-27.1,M,3.0,0120");

    assertThat(position.kind()).isEqualTo(FixKind.MEASURED);
    assertThat(position.place().orElseThrow().latitudeDeg()).isCloseTo(21.0421, near());
    assertThat(position.place().orElseThrow().longitudeDeg()).isCloseTo(105.8552333333, near());
    assertThat(position.hdop()).hasValue(0.9);
    assertThat(position.satellites()).hasValue(9);
  }

  @ParameterizedTest
  @CsvSource({
    "0, NONE",
    "1, MEASURED",
    "2, MEASURED",
    "3, MEASURED",
    "4, MEASURED",
    "5, MEASURED",
    "6, ESTIMATED",
    "7, MANUAL",
    "8, SIMULATED",
    "'', NONE"
  })
  void theQualityOfAGgaSaysHowThePlaceWasComeBy(String quality, FixKind kind) {
    String text = "$GPGGA,031500," + RED_RIVER + "," + quality + ",05,1.5,,M,,M,,";

    assertThat(as(Position.class, text).kind()).isEqualTo(kind);
  }

  @Test
  void southAndWestAreNegative() {
    Position position = clean(Position.class, "$GPGLL,3351.0000,S,07036.0000,W,225444,A,A");

    assertThat(position.place().orElseThrow().latitudeDeg()).isCloseTo(-33.85, near());
    assertThat(position.place().orElseThrow().longitudeDeg()).isCloseTo(-70.6, near());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$GPRMC,031500,V," + RED_RIVER + ",3.1,87.0,221126,1.2,W",
        "$GPRMC,031500,V," + RED_RIVER + ",3.1,87.0,221126,1.2,W,A",
        "$GPRMC,031500,A," + RED_RIVER + ",3.1,87.0,221126,1.2,W,N",
        "$GPGLL," + RED_RIVER + ",031500,V,A",
        "$GPGLL," + RED_RIVER + ",031500,V",
        "$GNGNS,031500," + RED_RIVER + ",NN,00,99.99,,,,",
        "$GPGGA,031500," + RED_RIVER + ",0,00,99.99,,M,,M,,"
      })
  void aPlaceThatDoesNotHoldIsNoPlaceWhateverDigitsItHas(String text) {
    Position position = clean(Position.class, text);

    assertThat(position.kind()).isEqualTo(FixKind.NONE);
    assertThat(position.place()).isEmpty();
    assertThat(position.hdop()).isEmpty();
    assertThat(position.motion()).isEqualTo(Motion.UNTOLD);
  }

  @Test
  void anRmcTellsSpeedAndCourseInMetresASecondAndDegrees() {
    Position position =
        clean(Position.class, "$GPRMC,031500.00,A," + RED_RIVER + ",10.0,87.5,221126,1.2,W,D,V");

    assertThat(position.kind()).isEqualTo(FixKind.MEASURED);
    assertThat(position.motion().speedMps().orElseThrow()).isCloseTo(5.1444444444, near());
    assertThat(position.motion().courseDeg()).hasValue(87.5);
  }

  @Test
  void aPlaceWithoutAStatusIsNotTaken() {
    String text = "$LCGLL,4916.45,N,12311.12,W";

    assertThat(as(Position.class, text).place()).isEmpty();
    assertThat(reasons(text)).containsExactly(Reason.HALF_MISSING);
  }

  @Test
  void oneSystemWithAFixIsEnoughForAGns() {
    String text = "$GNGNS,031500," + RED_RIVER + ",NAEN,07,1.2,12.4,-27.1,,";

    assertThat(clean(Position.class, text).kind()).isEqualTo(FixKind.MEASURED);
    assertThat(clean(Position.class, text).hdop()).hasValue(1.2);
  }

  @ParameterizedTest
  @CsvSource({
    "'2160.0000,N,10551.3140,E', OUT_OF_RANGE",
    "'9000.0001,N,10551.3140,E', OUT_OF_RANGE",
    "'2102.5260,N,18000.1000,E', OUT_OF_RANGE",
    "'2102.5260,X,10551.3140,E', UNKNOWN_LETTER",
    "'2102.5260,,10551.3140,E', HALF_MISSING",
    "'21o2.5260,N,10551.3140,E', NOT_A_NUMBER",
    "'21e2,N,10551.3140,E', NOT_A_NUMBER"
  })
  void aSpoiltHalfOfAPlaceSpoilsThePlaceAndNothingElse(String place, Reason reason) {
    String text = "$GPGGA,031500," + place + ",1,05,1.5,,M,,M,,";

    assertThat(as(Position.class, text).place()).isEmpty();
    assertThat(as(Position.class, text).hdop()).hasValue(1.5);
    assertThat(reasons(text)).containsExactly(reason);
  }

  @Test
  void aSpoiltHdopLeavesThePlace() {
    String text = "$GPGGA,031500," + RED_RIVER + ",1,05,1.5.1,,M,,M,,";

    assertThat(as(Position.class, text).place()).isPresent();
    assertThat(as(Position.class, text).hdop()).isEmpty();
    assertThat(reasons(text)).containsExactly(Reason.NOT_A_NUMBER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$GPVTG,87.5,T,88.7,M,10.0,N,18.52,K,A",
        "$GPVTG,87.5,T,,M,,N,18.52,K",
        "$GPVTG,87.5,88.7,10.0,18.52"
      })
  void aVtgTellsCourseAndSpeedInEitherUnitAndInTheOldForm(String text) {
    Motion motion = clean(Motion.class, text);

    assertThat(motion.courseDeg()).hasValue(87.5);
    assertThat(motion.speedMps().orElseThrow()).isCloseTo(5.1444444444, near());
  }

  @Test
  void aVtgThatSaysItDoesNotHoldTellsNothing() {
    assertThat(clean(Motion.class, "$GPVTG,87.5,T,88.7,M,10.0,N,18.52,K,N"))
        .isEqualTo(Motion.UNTOLD);
  }

  @Test
  void aGstTellsTheSpreadOfBothAxesTogether() {
    assertThat(
            clean(Spread.class, "$GPGST,031500.00,1.2,4.1,2.9,41.0,3.0,4.0,6.5")
                .sigmaM()
                .orElseThrow())
        .isCloseTo(5.0, near());
    assertThat(clean(Spread.class, "$GPGST,031500.00,,,,,,,").sigmaM()).isEmpty();
  }

  @Test
  void aZdaTellsDateAndTimeInUtc() {
    Clock clock = clean(Clock.class, "$GPZDA,031500.25,22,11,2026,07,00");

    assertThat(clock.date()).contains(LocalDate.of(2026, 11, 22));
    assertThat(clock.time()).contains(LocalTime.of(3, 15, 0, 250_000_000));
  }

  @Test
  void aLeapSecondIsTheEndOfTheSecondBeforeIt() {
    Clock clock = clean(Clock.class, "$GPZDA,235960.00,31,12,2016,,");

    assertThat(clock.time().orElseThrow()).isAfter(LocalTime.of(23, 59, 59, 999_000_000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$GPZDA,246000.00,22,11,2026,,",
        "$GPZDA,036100.00,22,11,2026,,",
        "$GPZDA,031561.00,22,11,2026,,",
      })
  void aTimeThatNoDayHasIsSpoiltAndTheDateStays(String text) {
    assertThat(as(Clock.class, text).time()).isEmpty();
    assertThat(as(Clock.class, text).date()).isPresent();
    assertThat(reasons(text)).containsExactly(Reason.OUT_OF_RANGE);
  }

  @Test
  void aDayThatNoMonthHasIsSpoiltAndTheTimeStays() {
    String text = "$GPZDA,031500.00,31,02,2026,,";

    assertThat(as(Clock.class, text).date()).isEmpty();
    assertThat(as(Clock.class, text).time()).isPresent();
    assertThat(reasons(text)).containsExactly(Reason.OUT_OF_RANGE);
  }
}
