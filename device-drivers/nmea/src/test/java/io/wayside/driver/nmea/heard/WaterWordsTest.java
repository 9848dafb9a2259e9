// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.heard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import io.wayside.core.water.WaterQuantity;
import io.wayside.driver.nmea.ais.application.BridgeClearance;
import io.wayside.driver.nmea.ais.application.LevelSign;
import io.wayside.driver.nmea.ais.application.WaterLevels;
import io.wayside.driver.nmea.ais.application.WaterLevels.Gauge;
import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.ais.bits.BitsWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaterWordsTest {

  private static Bits broadcast(int dac, int fi, Bits content) {
    return new BitsWriter()
        .put(8, 6)
        .put(0, 2)
        .put(2241111, 30)
        .put(0, 2)
        .put(dac, 10)
        .put(fi, 6)
        .all(content)
        .bits();
  }

  /** 8/1/31 laid out by hand from the table of the domain page. */
  private static Bits weather(int level, int windKn, int pressure, int humidity) {
    BitsWriter bits = new BitsWriter();
    bits.put(6_399_600, 25).put(1_214_400, 24).put(1, 1).put(22, 5).put(3, 5).put(15, 6);
    bits.put(windKn, 7).put(127, 7).put(270, 9).put(360, 9);
    bits.put(273, 11).put(humidity, 7).put(218, 10).put(pressure, 9).put(3, 2);
    bits.put(0, 1).put(50, 7).put(level, 12).put(3, 2);
    bits.put(10, 8).put(112, 9).put(255, 8).put(360, 9).put(31, 5).put(255, 8).put(360, 9);
    bits.put(31, 5).put(15, 8).put(63, 6).put(360, 9).put(255, 8).put(63, 6).put(360, 9);
    return bits.put(13, 4).put(245, 10).put(7, 3).put(510, 9).put(3, 2).put(0, 10).bits();
  }

  @Test
  void weatherAndWaterComeInUnitsOfTheSi() {
    Told told = Told.plainly();
    told.hear(broadcast(1, 31, weather(1_250, 10, 214, 81)));
    Map<WaterQuantity, Double> figures = told.figures();

    assertThat(told.water).allMatch(reading -> reading.station().equals("mmsi:002241111"));
    assertThat(figures.get(WaterQuantity.LEVEL_M)).isCloseTo(2.5, offset(1e-9));
    assertThat(figures.get(WaterQuantity.WIND_MPS)).isCloseTo(5.1444444444, offset(1e-9));
    assertThat(figures.get(WaterQuantity.WIND_FROM_DEG)).isEqualTo(270);
    assertThat(figures.get(WaterQuantity.AIR_CEL)).isCloseTo(27.3, offset(1e-9));
    assertThat(figures.get(WaterQuantity.DEW_POINT_CEL)).isCloseTo(21.8, offset(1e-9));
    assertThat(figures.get(WaterQuantity.HUMIDITY)).isCloseTo(0.81, offset(1e-9));
    assertThat(figures.get(WaterQuantity.PRESSURE_PA)).isCloseTo(101_300, offset(1e-6));
    assertThat(figures.get(WaterQuantity.VISIBILITY_M)).isCloseTo(9_260, offset(1e-6));
    assertThat(figures.get(WaterQuantity.CURRENT_MPS)).isCloseTo(0.5144444444, offset(1e-9));
    assertThat(figures.get(WaterQuantity.CURRENT_TO_DEG)).isEqualTo(112);
    assertThat(figures.get(WaterQuantity.WAVE_HEIGHT_M)).isCloseTo(1.5, offset(1e-9));
    assertThat(figures.get(WaterQuantity.WATER_CEL)).isCloseTo(24.5, offset(1e-9));
    assertThat(figures).doesNotContainKey(WaterQuantity.GUST_MPS).hasSize(12);
  }

  @Test
  void whatIsNotMeasuredIsNotTold() {
    Told told = Told.plainly();
    told.hear(broadcast(1, 31, weather(4_001, 127, 511, 101)));

    assertThat(told.figures())
        .doesNotContainKeys(
            WaterQuantity.LEVEL_M,
            WaterQuantity.WIND_MPS,
            WaterQuantity.PRESSURE_PA,
            WaterQuantity.HUMIDITY)
        .hasSize(8);
  }

  private static Bits levels(int... raw) {
    List<Gauge> gauges =
        java.util.stream.IntStream.range(0, raw.length)
            .mapToObj(i -> new Gauge(727 + i, raw[i], LevelSign.TWOS_COMPLEMENT))
            .toList();
    return broadcast(200, 24, new WaterLevels("AT", gauges).bits());
  }

  @Test
  void aGaugeOfWhichNobodySaidHowItWritesItsSignIsNotTold() {
    Told told = Told.withGauges("AT728=ONE_IS_ABOVE");
    told.hear(levels(185, 1 << 13 | 185));

    assertThat(told.water)
        .extracting(reading -> reading.station() + " " + reading.value())
        .containsExactly("gauge:AT728 1.85");
    assertThat(told.interpreter.unused().of(Unused.GAUGE_WITHOUT_SIGN)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "TWOS_COMPLEMENT, 7.27, -80.07",
    "ONE_IS_ABOVE, -7.27, 1.85",
    "ONE_IS_BELOW, 7.27, -1.85"
  })
  void theSameBitsAreThreeLevels(String sign, double without, double with) {
    Told told = Told.withGauges("*=" + sign);
    told.hear(levels(727, 1 << 13 | 185));

    assertThat(told.water.get(0).value()).isCloseTo(without, offset(1e-9));
    assertThat(told.water.get(1).value()).isCloseTo(with, offset(1e-9));
  }

  @Test
  void aClearanceNamesItsBridgeAndZeroIsNone() {
    Told told = Told.plainly();
    told.hear(broadcast(200, 25, bridge(735).bits()));
    told.hear(broadcast(200, 25, bridge(0).bits()));

    assertThat(told.water).hasSize(1);
    assertThat(told.water.get(0).station()).isEqualTo("bridge:VN-00017-B12-00042");
    assertThat(told.figures()).containsEntry(WaterQuantity.CLEARANCE_M, 7.35);
  }

  private static BridgeClearance bridge(int clearance) {
    return new BridgeClearance(1, "VN", 17, "B12", 42, clearance, 3, 0);
  }

  @Test
  void aBroadcastOfSomethingElseIsCounted() {
    Told told = Told.plainly();
    told.hear(broadcast(316, 1, new BitsWriter().put(0, 32).bits()));

    assertThat(told.interpreter.unused().of(Unused.OTHER_MESSAGE)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AT727", "AT727=", "AT727=SIGNED", "=ONE_IS_ABOVE"})
  void aSignThatIsNoneIsRefusedWithTheWordsThatAre(String line) {
    assertThatThrownBy(() -> GaugeSigns.parse(List.of(line)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + line + "\"")
        .hasMessageContaining("TWOS_COMPLEMENT");
  }
}
