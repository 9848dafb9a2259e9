// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.heard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.wayside.core.water.VesselReport;
import io.wayside.core.water.VesselReport.Hull;
import io.wayside.core.water.VesselReport.Station;
import io.wayside.driver.nmea.ais.bits.BitsWriter;
import io.wayside.driver.nmea.ais.bits.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VesselWordsTest {

  private static final int MMSI = 574123456;

  private static BitsWriter header(int type, int mmsi) {
    return new BitsWriter().put(type, 6).put(0, 2).put(mmsi, 30);
  }

  /** Speed, accuracy, place, course, heading, second: what 1 and 18 have in common. */
  private static BitsWriter motion(BitsWriter to, int speed, int course, int heading, int second) {
    to.put(speed, 10).put(1, 1);
    Place.ofDegrees(106.66, 20.24).put(to);
    return to.put(course, 12).put(heading, 9).put(second, 6);
  }

  private static VesselReport classA(int speed, int course, int heading, int second) {
    Told told = Told.plainly();
    BitsWriter bits = header(1, MMSI).put(0, 4).put(-128, 8);
    told.hear(motion(bits, speed, course, heading, second).put(0, 25).bits());
    return told.vessel();
  }

  @Test
  void aVesselOfClassATellsWhereItIsAndHowItMoves() {
    VesselReport report = classA(100, 875, 89, 12);

    assertThat(report.vessel()).isEqualTo("mmsi:574123456");
    assertThat(report.station()).isEqualTo(Station.CLASS_A);
    assertThat(report.fix().orElseThrow().latitudeDeg()).isCloseTo(20.24, offset(1e-6));
    assertThat(report.speedMps().orElseThrow()).isCloseTo(5.1444444444, offset(1e-9));
    assertThat(report.courseDeg()).hasValue(87.5);
    assertThat(report.headingDeg()).hasValue(89);
    assertThat(report.name()).isEmpty();
    assertThat(report.shipType()).isEmpty();
    assertThat(report.hull()).isEmpty();
  }

  @Test
  void whatAVesselDoesNotKnowIsNotThere() {
    VesselReport report = classA(1_023, 3_600, 511, 60);

    assertThat(report.speedMps()).isEmpty();
    assertThat(report.courseDeg()).isEmpty();
    assertThat(report.headingDeg()).isEmpty();
    assertThat(report.fix()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"61", "62", "63"})
  void aPlaceThatNobodyMeasuresIsNone(int second) {
    assertThat(classA(100, 875, 89, second).fix()).isEmpty();
  }

  @Test
  void classBAndLongRangeAreToldApart() {
    Told told = Told.plainly();
    told.hear(motion(header(18, MMSI).put(0, 8), 50, 100, 511, 3).put(0, 29).bits());
    told.hear(
        header(27, MMSI)
            .put(0, 6)
            .put(63_996, 18)
            .put(12_144, 17)
            .put(10, 6)
            .put(87, 9)
            .put(0, 2)
            .bits());

    assertThat(told.vessels)
        .extracting(VesselReport::station)
        .containsExactly(Station.CLASS_B, Station.LONG_RANGE);
    assertThat(told.vessel().speedMps().orElseThrow()).isCloseTo(5.1444444444, offset(1e-9));
    assertThat(told.vessel().courseDeg()).hasValue(87);
    assertThat(told.vessel().fix().orElseThrow().latitudeDeg()).isCloseTo(20.24, offset(1e-3));
  }

  @Test
  void whatAVesselIsComesInMessagesOfItsOwn() {
    Told told = Told.plainly();
    told.hear(header(24, MMSI).put(0, 2).text("SONG HONG 7", 20).bits());
    told.hear(
        header(24, MMSI)
            .put(1, 2)
            .put(36, 8)
            .text("ABC", 3)
            .put(0, 24)
            .text("XV1", 7)
            .put(8, 9)
            .put(4, 9)
            .put(2, 6)
            .put(1, 6)
            .put(0, 6)
            .bits());

    assertThat(told.vessels.get(0).name()).contains("SONG HONG 7");
    assertThat(told.vessels.get(0).fix()).isEmpty();
    assertThat(told.vessels.get(1).shipType()).hasValue(36);
    assertThat(told.vessels.get(1).hull()).contains(new Hull(8, 4, 2, 1));
    assertThat(told.vessels).allMatch(report -> report.station() == Station.CLASS_B);
  }

  @ParameterizedTest
  @CsvSource({"0", "100", "255"})
  void aTypeThatStandsForNothingIsNotTold(int shipType) {
    assertThat(voyage(shipType, 0, 0).shipType()).isEmpty();
  }

  @Test
  void aVoyageTellsTypeHullAndDraughtAndZerosAreNone() {
    assertThat(voyage(70, 32, 60).shipType()).hasValue(70);
    assertThat(voyage(70, 32, 60).draughtM()).hasValue(3.2);
    assertThat(voyage(70, 32, 60).hull().orElseThrow().lengthM()).isEqualTo(60);
    assertThat(voyage(70, 0, 0).draughtM()).isEmpty();
    assertThat(voyage(70, 0, 0).hull()).isEmpty();
    assertThat(voyage(70, 0, 0).name()).isEmpty();
    assertThat(voyage(70, 0, 0).station()).isEqualTo(Station.CLASS_A);
  }

  private static VesselReport voyage(int shipType, int draught, int bow) {
    Told told = Told.plainly();
    BitsWriter bits = header(5, MMSI).put(0, 32).text("", 7).text("", 20).put(shipType, 8);
    bits.put(bow, 9).put(0, 9).put(0, 6).put(0, 6).put(1, 4).put(0, 20).put(draught, 8);
    told.hear(bits.text("", 20).put(0, 2).bits());
    return told.vessel();
  }

  @Test
  void someoneInDistressIsNoVessel() {
    Told told = Told.plainly();
    BitsWriter bits = header(1, 970123456).put(14, 4).put(-128, 8);
    told.hear(motion(bits, 10, 0, 511, 12).put(0, 25).bits());

    assertThat(told.vessels).isEmpty();
    assertThat(told.interpreter.unused().of(Unused.DISTRESS)).isEqualTo(1);
  }
}
