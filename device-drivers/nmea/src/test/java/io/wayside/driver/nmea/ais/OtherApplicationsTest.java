// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.driver.nmea.ais.application.Application;
import io.wayside.driver.nmea.ais.application.Applications;
import io.wayside.driver.nmea.ais.application.BridgeClearance;
import io.wayside.driver.nmea.ais.application.BuoyPosition;
import io.wayside.driver.nmea.ais.application.LevelSign;
import io.wayside.driver.nmea.ais.application.MetHydro;
import io.wayside.driver.nmea.ais.application.MetQuantity;
import io.wayside.driver.nmea.ais.application.OtherApplication;
import io.wayside.driver.nmea.ais.application.SealiteLantern;
import io.wayside.driver.nmea.ais.application.SignalStation;
import io.wayside.driver.nmea.ais.application.WaterLevels;
import io.wayside.driver.nmea.ais.application.WaterLevels.Gauge;
import io.wayside.driver.nmea.ais.application.ZeniBuoy;
import io.wayside.driver.nmea.ais.bits.Place;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What binary messages carry beside the health of aids. */
class OtherApplicationsTest {

  private static Application addressed(String... lines) {
    return ((AddressedBinary) Written.heard(lines).message()).content();
  }

  private static Written broadcast(int dac, int fi) {
    return new Written().put(8, 6).put(0, 2).put(2241111, 30).zeros(2).put(dac, 10).put(fi, 6);
  }

  private static Application content(Written written) {
    return ((BroadcastBinary) written.heard().message()).content();
  }

  @Test
  void buoysOfZeniLite() {
    assertThat(addressed("!AIVDM,1,1,,A,6>l4uk@0w2Td000000U00P0,2*5A"))
        .isEqualTo(new ZeniBuoy(0, 148, 0, true, false, false, false))
        .satisfies(buoy -> assertThat(((ZeniBuoy) buoy).voltageV()).isEqualTo(14.8));
    assertThat(addressed("!AIVDM,1,1,,A,6>l4v:h0006D000000P@0T0,2*56"))
        .isEqualTo(new ZeniBuoy(0, 129, 0, true, false, false, true));
    assertThat(addressed("!AIVDM,1,1,,A,6>l4ukP0w2Td000000W00P0,2*48"))
        .isEqualTo(new ZeniBuoy(0, 156, 0, true, false, false, false));
  }

  @Test
  void aLanternOfSealiteWithAllItsSigns() {
    SealiteLantern lantern =
        (SealiteLantern)
            addressed(
                "!AIVDM,2,1,9,B,61c2;qLPH1m@wsm6ARhp<ji6ATHd<C8f=Bhk>34k;S8i=3To,0*2C",
                "!AIVDM,2,2,9,B,Djhi=3Di<2pp=34k>4D,2*03");
    assertThat(lantern.text()).isEqualTo("FF,83,FFF,12.5,3813.21497S,14510.84138E");
    assertThat(
            List.of(
                lantern.supplyFailed(),
                lantern.offStation(),
                lantern.dark(),
                lantern.synchronised(),
                lantern.positioned(),
                lantern.hot(),
                lantern.batteryFlat(),
                lantern.batteryLow()))
        .containsOnly(true);
    assertThat(lantern.mode()).isEqualTo(2);
    assertThat(lantern.intensity()).isEqualTo(0.0625);
    assertThat(lantern.flashCode()).isEqualTo(0xfff);
    assertThat(lantern.voltageV()).isEqualTo(12.5);
    assertThat(lantern.latitudeDeg()).isCloseTo(-38.2202495, within(1e-9));
    assertThat(lantern.longitudeDeg()).isCloseTo(145.18068966666667, within(1e-9));
  }

  @Test
  void aLanternOfSealiteThatOnlyKnowsWhereItIs() {
    SealiteLantern lantern =
        (SealiteLantern)
            addressed(
                "!AIVDM,2,1,1,B,61c2;qLPH1m@wslh>2hm<BhhATHd<CTf=jhk>34k;S8i=3UC,0*65",
                "!AIVDM,2,2,1,B,;34l=C4h;SPl<C=5,0*47");
    assertThat(lantern.signs()).isEqualTo(8);
    assertThat(lantern.positioned()).isTrue();
    assertThat(lantern.supplyFailed()).isFalse();
    assertThat(lantern.batteryLow()).isFalse();
    assertThat(lantern.mode()).isEqualTo(1);
    assertThat(lantern.intensity()).isEqualTo(0.28125);
    assertThat(lantern.flashCode()).isEqualTo(0x0ff);
    assertThat(lantern.voltageV()).isEqualTo(19.7);
    assertThat(lantern.latitudeDeg()).isCloseTo(-38.22024833, within(1e-8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "FF",
        "GG,83,FFF,12.5,3813.2S,14510.8E",
        "FF,83,FFF,12.5,3813.2S",
        "FF,83,FFF,1..5,3813.2S,14510.8E"
      })
  void textOfAnotherFormIsKeptUnread(String text) {
    Written written =
        new Written().put(6, 6).put(0, 2).put(995030001, 30).zeros(34).put(1022, 10).put(61, 6);
    text.chars().forEach(character -> written.put(character, 8));
    assertThat(((AddressedBinary) written.heard().message()).content())
        .isInstanceOf(OtherApplication.class);
  }

  @Test
  void whereABuoyOfTrinityHouseIs() {
    Written written =
        new Written()
            .put(6, 6)
            .put(0, 2)
            .put(992351001, 30)
            .zeros(34)
            .put(235, 10)
            .put(20, 6)
            .text("EAST GOODWIN", 34)
            .put(22, 5)
            .put(9, 5)
            .put(60, 6)
            .put(900_000, 28)
            .put(30_600_000, 27)
            .put(1, 1)
            .zeros(4);
    BuoyPosition buoy = (BuoyPosition) ((AddressedBinary) written.heard().message()).content();
    assertThat(buoy)
        .isEqualTo(
            new BuoyPosition(
                "EAST GOODWIN", 22, 9, 60, new Place(900_000, 30_600_000, Place.FINE), true));
    assertThat(buoy.place().longitudeDeg()).hasValue(1.5);
    assertThat(buoy.bits().length()).isEqualTo(280);
  }

  @ParameterizedTest
  @CsvSource({
    "TWOS_COMPLEMENT, '!AIVDM,1,1,,A,801tME0j60E04QJp1hhL10G20DH1,0*11', AT, 9 7 8 5,"
        + " 727 775 737 1537",
    "ONE_IS_ABOVE, '!AIVDM,1,1,,B,802ATu0j624P2@G80pEd0D5F0634,0*2F', HR, 4 3 2 1,"
        + " 185 347 171 196",
    "ONE_IS_BELOW, '!AIVDM,1,1,,B,802ATu0j624P2@G80pEd0D5F0634,0*2F', HR, 4 3 2 1,"
        + " -185 -347 -171 -196"
  })
  void levelsOfGaugesBySetting(
      LevelSign sign, String line, String country, String numbers, String levelsCm) {
    AisDecoder decoder =
        new AisDecoder(
            new Settings(Settings.USUAL.partsWithin(), 1, new Applications(Set.of(), sign)));
    WaterLevels levels =
        (WaterLevels)
            ((BroadcastBinary) decoder.hear(Written.sentence(line)).orElseThrow().message())
                .content();
    assertThat(levels.country()).isEqualTo(country);
    assertThat(levels.gauges().stream().map(gauge -> String.valueOf(gauge.number())).toList())
        .isEqualTo(List.of(numbers.split(" ", -1)));
    assertThat(levels.gauges().stream().map(g -> String.valueOf(Math.round(g.levelM() * 100))))
        .containsExactly(levelsCm.split(" ", -1));
    assertThat(levels.bits())
        .isEqualTo(decoder.hear(Written.sentence(line)).orElseThrow().bits().slice(56, 168));
  }

  @ParameterizedTest
  @CsvSource({"TWOS_COMPLEMENT", "ONE_IS_ABOVE", "ONE_IS_BELOW"})
  void eachWayOfWritingLevelsIsItsOwnInverse(LevelSign sign) {
    for (int cm = -8191; cm < 8192; cm += 7) {
      Gauge gauge = Gauge.at(5, cm, sign);
      assertThat(gauge.level()).isBetween(0, (1 << 14) - 1);
      assertThat(Math.round(gauge.levelM() * 100)).isEqualTo(cm);
    }
  }

  @Test
  void gaugesThatAreNotThereAreLeftOut() {
    WaterLevels levels =
        (WaterLevels)
            content(
                broadcast(200, 24).text("VN", 2).put(77, 11).put((1 << 14) - 250, 14).zeros(75));
    assertThat(levels.gauges()).hasSize(1);
    assertThat(levels.gauges().get(0).levelM()).isEqualTo(-2.5);
  }

  @Test
  void freeHeightUnderABridge() {
    BridgeClearance bridge =
        (BridgeClearance)
            content(
                broadcast(200, 25)
                    .put(1, 3)
                    .text("VN", 2)
                    .put(12345, 17)
                    .text("BR001", 5)
                    .put(678, 17)
                    .put(705, 14)
                    .put(12, 10)
                    .put(3, 5)
                    .zeros(4));
    assertThat(bridge).isEqualTo(new BridgeClearance(1, "VN", 12345, "BR001", 678, 705, 12, 3));
    assertThat(bridge.clearanceM()).isEqualTo(7.05);
    assertThat(bridge.bits().length()).isEqualTo(112);
  }

  @Test
  void lightsOfASignalStation() {
    SignalStation station =
        (SignalStation)
            content(
                broadcast(200, 40)
                    .put(63_600_000, 28)
                    .put(12_600_000, 27)
                    .put(2, 4)
                    .put(360, 9)
                    .put(1, 3)
                    .put(20_000_031, 30)
                    .zeros(11));
    assertThat(station.place().longitudeDeg()).hasValue(106.0);
    assertThat(station.place().latitudeDeg()).hasValue(21.0);
    assertThat(station.orientationDeg()).isEmpty();
    assertThat(station.lampDigits()).isEqualTo("020000031");
    assertThat(station.bits().length()).isEqualTo(112);
    assertThat(new SignalStation(station.place(), 0, 0, 0, 1_000_000_000).lampDigits()).isEmpty();
  }

  @Test
  void waterAndWeatherWithWhatIsNotMeasured() {
    MetHydro report =
        (MetHydro)
            content(
                broadcast(1, 31)
                    .put(181 * 60_000, 25)
                    .put(91 * 60_000, 24)
                    .put(0, 1)
                    .put(0, 5)
                    .put(24, 5)
                    .put(60, 6)
                    .put(127, 7)
                    .put(9, 7)
                    .put(360, 9)
                    .put(270, 9)
                    .put(-1024, 11)
                    .put(101, 7)
                    .put(-15, 10)
                    .put(214, 9)
                    .put(2, 2)
                    .put(1, 1)
                    .put(127, 7)
                    .put(1234, 12)
                    .put(3, 2)
                    .put(255, 8)
                    .zeros(127));
    assertThat(report.place().isKnown()).isFalse();
    assertThat(report.value(MetQuantity.WIND_SPEED)).isEmpty();
    assertThat(report.value(MetQuantity.WIND_GUST)).hasValue(9);
    assertThat(report.value(MetQuantity.WIND_FROM)).isEmpty();
    assertThat(report.value(MetQuantity.GUST_FROM)).hasValue(270);
    assertThat(report.value(MetQuantity.AIR_TEMPERATURE)).isEmpty();
    assertThat(report.value(MetQuantity.HUMIDITY)).isEmpty();
    assertThat(report.value(MetQuantity.DEW_POINT)).hasValue(-1.5);
    assertThat(report.value(MetQuantity.PRESSURE)).hasValue(1013);
    assertThat(report.value(MetQuantity.PRESSURE_TREND)).hasValue(2);
    assertThat(report.value(MetQuantity.VISIBILITY)).isEmpty();
    assertThat(report.value(MetQuantity.WATER_LEVEL)).isEqualTo(OptionalDouble.of(2.34));
    assertThat(report.value(MetQuantity.LEVEL_TREND)).isEmpty();
    assertThat(report.value(MetQuantity.CURRENT_SPEED)).isEmpty();
  }

  @Test
  void theOldFormOfWaterAndWeatherCountsFromOtherZeros() {
    MetHydro report =
        (MetHydro)
            content(
                broadcast(1, 11)
                    .put(21 * 60_000, 24)
                    .put(106 * 60_000, 25)
                    .put(22, 5)
                    .put(9, 5)
                    .put(30, 6)
                    .zeros(32)
                    .put(855, 11)
                    .put(80, 7)
                    .put(400, 10)
                    .put(213, 9)
                    .put(0, 2)
                    .put(251, 8)
                    .put(123, 9)
                    .zeros(137));
    assertThat(report.place().latitudeDeg()).hasValue(21);
    assertThat(report.place().longitudeDeg()).hasValue(106);
    assertThat(report.value(MetQuantity.AIR_TEMPERATURE)).hasValue(25.5);
    assertThat(report.value(MetQuantity.DEW_POINT)).hasValue(20);
    assertThat(report.value(MetQuantity.PRESSURE)).hasValue(1013);
    assertThat(report.value(MetQuantity.VISIBILITY)).isEmpty();
    assertThat(report.value(MetQuantity.WATER_LEVEL)).hasValue(2.3);
    assertThat(report.value(MetQuantity.VISIBILITY_BEYOND)).as("not in it").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1,31", "1,11", "200,24", "200,25", "200,40", "235,10", "7,7"})
  void contentTooShortForWhatItSaysItIsIsKeptUnread(int dac, int fi) {
    assertThat(content(broadcast(dac, fi).put(0x2a, 6)))
        .isInstanceOfSatisfying(
            OtherApplication.class, other -> assertThat(other.bits().toString()).isEqualTo("6:a8"));
  }
}
