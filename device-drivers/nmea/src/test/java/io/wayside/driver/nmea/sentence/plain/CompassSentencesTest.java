// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.sentence.plain;

import static io.wayside.driver.nmea.sentence.plain.Read.as;
import static io.wayside.driver.nmea.sentence.plain.Read.clean;
import static io.wayside.driver.nmea.sentence.plain.Read.near;
import static io.wayside.driver.nmea.sentence.plain.Read.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.driver.nmea.sentence.plain.Plain.Heading;
import io.wayside.driver.nmea.sentence.plain.Plain.ThroughWater;
import io.wayside.driver.nmea.sentence.plain.Spoilt.Reason;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CompassSentencesTest {

  @Test
  void aTrueHeadingIsTrueAndAMagneticOneMagnetic() {
    assertThat(clean(Heading.class, "$HEHDT,274.07,T"))
        .isEqualTo(new Heading(OptionalDouble.of(274.07), OptionalDouble.empty()));
    assertThat(clean(Heading.class, "$HCHDM,093.8,M"))
        .isEqualTo(new Heading(OptionalDouble.empty(), OptionalDouble.of(93.8)));
  }

  @Test
  void eastIsAddedToASensorsHeadingAndWestTakenFromIt() {
    Heading heading = clean(Heading.class, "$HCHDG,358.5,2.0,E,1.0,W");

    assertThat(heading.magneticDeg().orElseThrow()).isCloseTo(0.5, near());
    assertThat(heading.trueDeg().orElseThrow()).isCloseTo(359.5, near());
  }

  @Test
  void withoutAVariationThereIsNoTrueHeading() {
    Heading heading = clean(Heading.class, "$HCHDG,101.1,,,,");

    assertThat(heading.magneticDeg()).hasValue(101.1);
    assertThat(heading.trueDeg()).isEmpty();
  }

  @Test
  void aHeadingWithTheLetterOfAnotherIsNotTaken() {
    assertThat(as(Heading.class, "$HEHDT,274.07,M").trueDeg()).isEmpty();
    assertThat(reasons("$HEHDT,274.07,M")).containsExactly(Reason.UNKNOWN_LETTER);
  }

  @Test
  void speedThroughTheWaterIsTakenFromEitherUnit() {
    ThroughWater knots = clean(ThroughWater.class, "$VWVHW,245.1,T,245.9,M,2.0,N,3.704,K");
    ThroughWater kilometres = clean(ThroughWater.class, "$VWVHW,,T,,M,,N,3.704,K");

    assertThat(knots.speedMps().orElseThrow()).isCloseTo(1.0288888889, near());
    assertThat(kilometres.speedMps().orElseThrow()).isCloseTo(1.0288888889, near());
    assertThat(knots.heading().trueDeg()).hasValue(245.1);
    assertThat(kilometres.heading().trueDeg()).isEmpty();
  }
}
