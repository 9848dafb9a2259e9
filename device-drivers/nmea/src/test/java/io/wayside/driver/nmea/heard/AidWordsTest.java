// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.heard;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.water.AidQuantity;
import io.wayside.core.water.AidReport;
import io.wayside.core.water.AidSign;
import io.wayside.core.water.Fix;
import io.wayside.core.water.LanternMode;
import io.wayside.core.water.LightStatus;
import io.wayside.core.water.Presence;
import io.wayside.core.water.RaconStatus;
import io.wayside.driver.nmea.ais.AddressedBinary;
import io.wayside.driver.nmea.ais.AidStatus;
import io.wayside.driver.nmea.ais.AidToNavigation;
import io.wayside.driver.nmea.ais.Header;
import io.wayside.driver.nmea.ais.ShortAidToNavigation;
import io.wayside.driver.nmea.ais.application.AidHealth;
import io.wayside.driver.nmea.ais.application.AidMonitoring;
import io.wayside.driver.nmea.ais.application.Application;
import io.wayside.driver.nmea.ais.application.BuoyPosition;
import io.wayside.driver.nmea.ais.application.SealiteLantern;
import io.wayside.driver.nmea.ais.application.ZeniBuoy;
import io.wayside.driver.nmea.ais.bits.Dimensions;
import io.wayside.driver.nmea.ais.bits.Place;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AidWordsTest {

  private static final int MMSI = 992351132;
  private static final Place PLACE = Place.ofDegrees(106.66, 20.24);

  private static AidReport heard(io.wayside.driver.nmea.ais.bits.Bits bits) {
    Told told = Told.plainly();
    told.hear(bits);
    return told.aid();
  }

  private static AidToNavigation aton(
      int repeat, int second, int status, boolean virtual, Place place, int epfd) {
    return new AidToNavigation(
        new Header(21, repeat, MMSI),
        14,
        "BUOY 12",
        true,
        place,
        new Dimensions(1, 1, 1, 1),
        epfd,
        second,
        true,
        new AidStatus(status),
        Optional.of(false),
        Optional.of(virtual),
        Optional.of(false));
  }

  private static AidReport aid(int second, int status) {
    return heard(aton(0, second, status, false, PLACE, 1).bits());
  }

  @Test
  void anAidIsNamedByItsNumberAndTellsItsNameAndPlace() {
    AidReport report = aid(12, 0);

    assertThat(report.aid()).isEqualTo("mmsi:992351132");
    assertThat(report.name()).contains("BUOY 12");
    assertThat(report.fix().orElseThrow().latitudeDeg()).isCloseTo(20.24, Offset.offset(1e-6));
    assertThat(report.fix().orElseThrow().longitudeDeg()).isCloseTo(106.66, Offset.offset(1e-6));
    assertThat(report.fix().orElseThrow().hdop()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, true", "59, true", "60, false", "61, false", "62, false", "63, false"})
  void offPositionHoldsOnlyWhileTheSecondIsOne(int second, boolean holds) {
    assertThat(aid(second, 0).offPosition())
        .isEqualTo(holds ? Optional.of(true) : Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({"0, true", "60, true", "61, false", "62, false", "63, false"})
  void aPlaceTypedInReckonedOrOfABrokenReceiverIsNotMeasured(int second, boolean measured) {
    assertThat(aid(second, 0).fix().isPresent()).isEqualTo(measured);
  }

  @Test
  void aSurveyedOrUnknownPlaceIsNotMeasured() {
    assertThat(heard(aton(0, 12, 0, false, PLACE, 7).bits()).fix()).isEmpty();
    assertThat(heard(aton(0, 12, 0, false, Place.unknown(), 1).bits()).fix()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0b00000000, 0b00000001, 0b11000111, 0b10100111, 0b01111111})
  void theStatusByteSaysNothingButOnPageSeven(int status) {
    AidReport report = aid(12, status);

    assertThat(report.light()).isEqualTo(LightStatus.NOT_TOLD);
    assertThat(report.racon()).isEqualTo(RaconStatus.NOT_TOLD);
    assertThat(report.alarm()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "11100100, OFF, NOT_TOLD, false",
    "11100010, ON, NOT_TOLD, false",
    "11110111, FAILED, OPERATIONAL, true",
    "11101000, NOT_TOLD, NOT_MONITORED, false",
    "11111011, ON, FAILED, true"
  })
  void onPageSevenItTellsLightRaconAndHealth(
      String bits, LightStatus light, RaconStatus racon, boolean alarm) {
    AidReport report = aid(12, Integer.parseInt(bits, 2));

    assertThat(report.light()).isEqualTo(light);
    assertThat(report.racon()).isEqualTo(racon);
    assertThat(report.alarm()).contains(alarm);
  }

  @Test
  void whetherAnAidIsThereComesFromItsFlagAndTheRepeatIndicator() {
    assertThat(heard(aton(0, 12, 0, false, PLACE, 1).bits()).presence()).isEqualTo(Presence.REAL);
    assertThat(heard(aton(1, 12, 0, false, PLACE, 1).bits()).presence())
        .isEqualTo(Presence.SYNTHETIC);
    assertThat(heard(aton(1, 12, 0, true, PLACE, 1).bits()).presence()).isEqualTo(Presence.VIRTUAL);
  }

  @Test
  void anAidThatEndsBeforeItsFlagIsNotGuessedToBeThere() {
    AidReport report = heard(aton(0, 12, 0, false, PLACE, 1).bits().slice(0, 268));

    assertThat(report.presence()).isEqualTo(Presence.NOT_TOLD);
    assertThat(report.fix()).isPresent();
  }

  @Test
  void aVirtualAidHasNeitherPlaceNorLightNorOpinion() {
    AidReport report = heard(aton(0, 12, 0b11110111, true, PLACE, 1).bits());

    assertThat(report.fix()).isEmpty();
    assertThat(report.offPosition()).isEmpty();
    assertThat(report.light()).isEqualTo(LightStatus.NOT_TOLD);
    assertThat(report.alarm()).isEmpty();
    assertThat(report.name()).contains("BUOY 12");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, REAL",
    "1, 0, REAL",
    "1, 2, SYNTHETIC",
    "4, 0, VIRTUAL",
    "2, 0, NOT_TOLD",
    "5, 0, REAL"
  })
  void theShortReportTellsItsPresenceByItsKindOfStation(
      int stationType, int repeat, Presence presence) {
    AidReport report =
        heard(
            new ShortAidToNavigation(
                    new Header(28, repeat, MMSI),
                    12,
                    PLACE,
                    0,
                    stationType,
                    14,
                    0,
                    0,
                    0,
                    0,
                    false,
                    false,
                    1,
                    new AidStatus(0b11100010),
                    false)
                .bits());

    assertThat(report.presence()).isEqualTo(presence);
    assertThat(report.fix().isPresent()).isEqualTo(presence != Presence.VIRTUAL);
    assertThat(report.offPosition().isPresent()).isEqualTo(presence != Presence.VIRTUAL);
  }

  private static AddressedBinary monitoring(int destination, int dac, int fi, Application content) {
    return new AddressedBinary(new Header(6, 0, MMSI), 1, destination, false, dac, fi, content);
  }

  private static AidMonitoring volts(int supply, int external1, int external2) {
    return new AidMonitoring(
        supply, external1, external2, new AidHealth(2, 1, true), 0b1000_0001, false);
  }

  @ParameterizedTest
  @CsvSource({"235, 0", "235, 999999999", "250, 2241111", "366, 0"})
  void anAidMayBeKnownByMonitoringAloneWhoeverItIsForAndWhicheverArea(int dac, int destination) {
    AidReport report = heard(monitoring(destination, dac, 10, volts(481, 0, 550)).bits());

    assertThat(report.aid()).isEqualTo("mmsi:992351132");
    assertThat(report.presence()).isEqualTo(Presence.NOT_TOLD);
    assertThat(report.fix()).isEmpty();
    assertThat(report.light()).isEqualTo(LightStatus.ON);
    assertThat(report.racon()).isEqualTo(RaconStatus.OPERATIONAL);
    assertThat(report.alarm()).contains(true);
    assertThat(report.inputs()).hasValue(0b1000_0001);
    assertThat(report.offPosition()).contains(false);
    assertThat(report.quantities().get(AidQuantity.SUPPLY_V)).isCloseTo(24.05, Offset.offset(1e-9));
    assertThat(report.quantities().get(AidQuantity.EXTERNAL_2_V))
        .isCloseTo(27.5, Offset.offset(1e-9));
  }

  @Test
  void zeroVoltsAreNotUsed() {
    assertThat(heard(monitoring(0, 235, 10, volts(0, 0, 0)).bits()).quantities()).isEmpty();
  }

  @Test
  void aShortBuoyTellsItsBatteryAndLight() {
    AidReport report =
        heard(monitoring(0, 0, 0, new ZeniBuoy(1, 129, 3, false, true, true, true)).bits());

    assertThat(report.quantities())
        .containsEntry(AidQuantity.SUPPLY_V, 12.9)
        .containsEntry(AidQuantity.LOAD_A, 0.3);
    assertThat(report.light()).isEqualTo(LightStatus.ON);
    assertThat(report.signs()).containsExactly(AidSign.BATTERY_LOW);
    assertThat(report.offPosition()).contains(true);
  }

  @Test
  void aLanternWithItsOwnReceiverTellsSignsModeAndPlace() {
    AidReport report = heard(monitoring(0, 1022, 61, lantern("9D", 0x9D)).bits());

    assertThat(report.tells())
        .containsExactlyInAnyOrder(
            AidSign.SUPPLY_FAILED,
            AidSign.SYNCHRONISED,
            AidSign.POSITIONED,
            AidSign.HOT,
            AidSign.BATTERY_FLAT,
            AidSign.BATTERY_LOW);
    assertThat(report.signs())
        .containsExactlyInAnyOrder(
            AidSign.SUPPLY_FAILED,
            AidSign.SYNCHRONISED,
            AidSign.POSITIONED,
            AidSign.HOT,
            AidSign.BATTERY_LOW);
    assertThat(report.mode()).isEqualTo(LanternMode.FORCED_ON);
    assertThat(report.rhythm()).contains("02A");
    assertThat(report.quantities()).containsEntry(AidQuantity.INTENSITY, 4 / 64.0);
    assertThat(report.fix()).isPresent();
    assertThat(report.offPosition()).contains(false);
  }

  @Test
  void aLanternWithoutAFixHasNoOpinionOfItsPlace() {
    AidReport report = heard(monitoring(0, 1022, 61, lantern("40", 0x40)).bits());

    assertThat(report.fix()).isEmpty();
    assertThat(report.offPosition()).isEmpty();
    assertThat(report.signs()).isEmpty();
  }

  private static SealiteLantern lantern(String hex, int signs) {
    return new SealiteLantern(
        hex + ",83,02A,12.5,3813.21497S,14510.84138E", signs, 0x83, 0x2A, 12.5, -38.22, 145.18);
  }

  @Test
  void aBuoyThatTellsOnlyItsPlaceIsHeard() {
    AidReport report =
        heard(
            monitoring(0, 235, 20, new BuoyPosition("NORTH GATE", 22, 3, 15, PLACE, true)).bits());

    assertThat(report.name()).contains("NORTH GATE");
    assertThat(report.fix()).isPresent();
    assertThat(report.offPosition()).contains(true);
    assertThat(report.presence()).isEqualTo(Presence.NOT_TOLD);
  }

  @Test
  void aNameOfBlanksIsNone() {
    assertThat(
            heard(
                    monitoring(0, 235, 20, new BuoyPosition("", 22, 3, 15, Place.unknown(), false))
                        .bits())
                .name())
        .isEmpty();
  }

  @Test
  void aFixHasTheNearestTenThousandthOfAMinute() {
    Fix fix = aid(12, 0).fix().orElseThrow();

    assertThat(fix.latitudeDeg() * 600_000).isCloseTo(12_144_000, Offset.offset(0.51));
  }
}
