// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.driver.nmea.ais.bits.Dimensions;
import io.wayside.driver.nmea.ais.bits.Place;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that say "none", and what the others stand for. */
class NotAvailableTest {

  private static Motion motion(int speed, int course, int heading) {
    return new Motion(speed, false, Place.unknown(), course, heading, 60);
  }

  @ParameterizedTest
  @CsvSource({"0, 0.0", "1, 0.1", "123, 12.3", "1022, 102.2", "1023, "})
  void speedsOfVessels(int raw, Double knots) {
    Motion motion = motion(raw, 0, 0);
    if (knots == null) {
      assertThat(motion.speedKn()).isEmpty();
      assertThat(motion.speedMps()).isEmpty();
    } else {
      assertThat(motion.speedKn()).hasValue(knots);
      assertThat(motion.speedMps().orElseThrow()).isCloseTo(knots * 0.514444, within(1e-4));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0.0", "3599, 359.9", "3600, ", "4095, "})
  void coursesOfVessels(int raw, Double degrees) {
    assertThat(motion(0, raw, 0).courseDeg().isPresent()).isEqualTo(degrees != null);
    if (degrees != null) {
      assertThat(motion(0, raw, 0).courseDeg()).hasValue(degrees);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, true", "359, true", "360, false", "511, false"})
  void headingsOfVessels(int raw, boolean told) {
    assertThat(motion(0, 0, raw).headingDeg().isPresent()).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "20, 18", "-20, -18", "126, 709", "-126, -709", "127, ", "-127, ", "-128, "})
  void turnsOfVessels(int raw, Double degreesAMinute) {
    PositionReport report =
        new PositionReport(new Header(1, 0, 574000001), 0, raw, motion(0, 0, 0), 0, false, 0);
    assertThat(report.turnDegPerMin().isPresent()).isEqualTo(degreesAMinute != null);
    if (degreesAMinute != null) {
      assertThat(report.turnDegPerMin()).hasValue(degreesAMinute);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "108000000, 54000000, 10000, true",
    "-108000000, -54000000, 10000, true",
    "108000001, 54000000, 10000, false",
    "0, 54000001, 10000, false",
    "108600000, 54600000, 10000, false",
    "10860000, 5460000, 1000, false",
    "10800000, 5400000, 1000, true",
    "108600, 54600, 10, false",
    "108000, 54000, 10, true"
  })
  void placesOnEarthAndNone(int longitude, int latitude, int perMinute, boolean known) {
    Place place = new Place(longitude, latitude, perMinute);
    assertThat(place.isKnown()).isEqualTo(known);
    assertThat(place.longitudeDeg().isPresent() && place.latitudeDeg().isPresent())
        .isEqualTo(known);
  }

  @ParameterizedTest
  @CsvSource({"0, true", "62, true", "63, false"})
  void speedsHeardFromFarAway(int raw, boolean told) {
    LongRange report =
        new LongRange(
            new Header(27, 0, 574000001), false, false, 0, Place.unknown(), raw, 511, false);
    assertThat(report.speedKn().isPresent()).isEqualTo(told);
    assertThat(report.courseDeg()).isEmpty();
  }

  @Test
  void aVoyageThatEndsBeforeItsLastFlag() {
    Written written =
        new Written()
            .put(5, 6)
            .put(0, 2)
            .put(574000001, 30)
            .zeros(32)
            .text("XVAB", 7)
            .text("SONG HONG 27", 20)
            .put(79, 8)
            .put(40, 9)
            .put(10, 9)
            .put(4, 6)
            .put(5, 6)
            .zeros(4)
            .put(0, 20)
            .put(0, 8)
            .text("HAI PHONG", 20);
    assertThat(written.length()).isEqualTo(422);
    VoyageData data = (VoyageData) written.heard().message();
    assertThat(data.noTerminal()).isEmpty();
    assertThat(data.draughtM()).isEmpty();
    assertThat(data.dimensions()).isEqualTo(new Dimensions(40, 10, 4, 5));
    assertThat(data.destination()).isEqualTo("HAI PHONG");
    Written shorter = new Written().raw(written.zerosAndOnes().substring(0, 419));
    assertThat(shorter.heard().message()).isInstanceOf(OtherMessage.class);
  }

  @Test
  void anExtendedReportThatEndsBeforeItsFlags() {
    Written written = new Written().put(19, 6).put(0, 2).put(574000001, 30).zeros(105);
    written.text("SONG HONG 27", 20).zeros(42);
    assertThat(written.length()).isEqualTo(305);
    ClassBExtended report = (ClassBExtended) written.heard().message();
    assertThat(report.name()).isEqualTo("SONG HONG 27");
    assertThat(report.raim()).isEqualTo(Optional.empty());
    assertThat(report.assigned()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2", "3"})
  void partsOfStaticDataThatNobodyDefinedAreKept(int part) {
    Written written = new Written().put(24, 6).put(0, 2).put(574000001, 30).put(part, 2);
    OtherMessage other = (OtherMessage) written.zeros(128).heard().message();
    assertThat(other.why()).isEqualTo(OtherMessage.Why.NOT_READ);
  }

  @ParameterizedTest
  @CsvSource({
    "0, unspecified",
    "1, reference point",
    "2, racon",
    "7, leading light front",
    "13, beacon port hand",
    "17, beacon isolated danger",
    "24, buoy port hand",
    "30, buoy special mark",
    "32, reserved",
    "127, reserved"
  })
  void kindsOfAidsInWords(int type, String words) {
    assertThat(AidType.of(type)).isEqualTo(words);
  }

  @Test
  void craftOfAMothershipNameItInsteadOfTheirSize() {
    Written written = new Written().put(24, 6).put(0, 2).put(985741234, 30).put(1, 2).zeros(92);
    StaticParticulars craft =
        (StaticParticulars) written.put(574000001, 30).zeros(6).heard().message();
    assertThat(craft.mothership()).hasValue(574000001);
    assertThat(craft.dimensions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'s:north,c:1', north",
    "'c:1,s:north', north",
    "'g:1-2-77,s:north,n:3', north",
    "'c:1', ''",
    "'', ''",
    "'ss:x,c:2', ''",
    "'s:', ''"
  })
  void theSourceInATagBlock(String block, String source) {
    assertThat(TagBlock.source(block)).isEqualTo(source);
  }
}
