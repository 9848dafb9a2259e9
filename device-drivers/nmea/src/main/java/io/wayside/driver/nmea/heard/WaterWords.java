// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.heard;

import static io.wayside.core.water.WaterQuantity.AIR_CEL;
import static io.wayside.core.water.WaterQuantity.CLEARANCE_M;
import static io.wayside.core.water.WaterQuantity.CURRENT_MPS;
import static io.wayside.core.water.WaterQuantity.CURRENT_TO_DEG;
import static io.wayside.core.water.WaterQuantity.DEW_POINT_CEL;
import static io.wayside.core.water.WaterQuantity.GUST_MPS;
import static io.wayside.core.water.WaterQuantity.HUMIDITY;
import static io.wayside.core.water.WaterQuantity.LEVEL_M;
import static io.wayside.core.water.WaterQuantity.PRESSURE_PA;
import static io.wayside.core.water.WaterQuantity.VISIBILITY_M;
import static io.wayside.core.water.WaterQuantity.WATER_CEL;
import static io.wayside.core.water.WaterQuantity.WAVE_HEIGHT_M;
import static io.wayside.core.water.WaterQuantity.WIND_FROM_DEG;
import static io.wayside.core.water.WaterQuantity.WIND_MPS;

import io.wayside.core.water.WaterQuantity;
import io.wayside.core.water.WaterReading;
import io.wayside.driver.nmea.ais.AisMessage;
import io.wayside.driver.nmea.ais.BroadcastBinary;
import io.wayside.driver.nmea.ais.SlotBinary;
import io.wayside.driver.nmea.ais.application.Application;
import io.wayside.driver.nmea.ais.application.BridgeClearance;
import io.wayside.driver.nmea.ais.application.MetHydro;
import io.wayside.driver.nmea.ais.application.MetQuantity;
import io.wayside.driver.nmea.ais.application.WaterLevels;
import io.wayside.driver.nmea.ais.application.WaterLevels.Gauge;
import io.wayside.driver.nmea.sentence.Counts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What broadcasts say of water and weather, in SI units. */
final class WaterWords {

  private static final double KNOT_MPS = 1852.0 / 3600;
  private static final double NAUTICAL_MILE_M = 1852;
  private static final double HECTOPASCAL_PA = 100;
  private static final double PER_CENT = 0.01;

  /** A figure of the message, ours, and what it is multiplied by. */
  private record Pair(MetQuantity told, WaterQuantity ours, double by) {}

  private static final List<Pair> WEATHER =
      List.of(
          new Pair(MetQuantity.WATER_LEVEL, LEVEL_M, 1),
          new Pair(MetQuantity.WATER_TEMPERATURE, WATER_CEL, 1),
          new Pair(MetQuantity.CURRENT_SPEED, CURRENT_MPS, KNOT_MPS),
          new Pair(MetQuantity.CURRENT_TO, CURRENT_TO_DEG, 1),
          new Pair(MetQuantity.WAVE_HEIGHT, WAVE_HEIGHT_M, 1),
          new Pair(MetQuantity.WIND_SPEED, WIND_MPS, KNOT_MPS),
          new Pair(MetQuantity.WIND_GUST, GUST_MPS, KNOT_MPS),
          new Pair(MetQuantity.WIND_FROM, WIND_FROM_DEG, 1),
          new Pair(MetQuantity.AIR_TEMPERATURE, AIR_CEL, 1),
          new Pair(MetQuantity.DEW_POINT, DEW_POINT_CEL, 1),
          new Pair(MetQuantity.HUMIDITY, HUMIDITY, PER_CENT),
          new Pair(MetQuantity.PRESSURE, PRESSURE_PA, HECTOPASCAL_PA),
          new Pair(MetQuantity.VISIBILITY, VISIBILITY_M, NAUTICAL_MILE_M));

  private final GaugeSigns signs;
  private final Counts<Unused> unused;

  WaterWords(GaugeSigns signs, Counts<Unused> unused) {
    this.signs = signs;
    this.unused = unused;
  }

  List<WaterReading> of(AisMessage message, long nanos) {
    String station = Names.mmsi(message.mmsi());
    if (message instanceof BroadcastBinary binary) {
      return of(binary.content(), station, nanos);
    }
    if (message instanceof SlotBinary binary) {
      return of(binary.content(), station, nanos);
    }
    return List.of();
  }

  private List<WaterReading> of(Application content, String station, long nanos) {
    List<WaterReading> told = new ArrayList<>();
    if (content instanceof MetHydro weather) {
      for (Pair pair : WEATHER) {
        OptionalDouble value = weather.value(pair.told());
        value.ifPresent(
            figure -> told.add(new WaterReading(nanos, station, pair.ours(), figure * pair.by())));
      }
    } else if (content instanceof WaterLevels levels) {
      for (Gauge gauge : levels.gauges()) {
        level(levels.country(), gauge, nanos, told);
      }
    } else if (content instanceof BridgeClearance bridge && bridge.clearance() > 0) {
      told.add(
          new WaterReading(
              nanos,
              Names.bridge(
                  bridge.country(), bridge.section(), bridge.object(), bridge.hectometre()),
              CLEARANCE_M,
              bridge.clearanceM()));
    }
    return told;
  }

  private void level(String country, Gauge gauge, long nanos, List<WaterReading> told) {
    signs
        .of(Names.gaugeId(country, gauge.number()))
        .ifPresentOrElse(
            sign ->
                told.add(
                    new WaterReading(
                        nanos,
                        Names.gauge(country, gauge.number()),
                        LEVEL_M,
                        new Gauge(gauge.number(), gauge.level(), sign).levelM())),
            () -> unused.add(Unused.GAUGE_WITHOUT_SIGN));
  }
}
