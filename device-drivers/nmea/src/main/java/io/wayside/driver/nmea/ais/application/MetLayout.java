// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais.application;

import static io.wayside.driver.nmea.ais.application.MetQuantity.AIR_TEMPERATURE;
import static io.wayside.driver.nmea.ais.application.MetQuantity.CURRENT_DEPTH_2;
import static io.wayside.driver.nmea.ais.application.MetQuantity.CURRENT_DEPTH_3;
import static io.wayside.driver.nmea.ais.application.MetQuantity.CURRENT_SPEED;
import static io.wayside.driver.nmea.ais.application.MetQuantity.CURRENT_SPEED_2;
import static io.wayside.driver.nmea.ais.application.MetQuantity.CURRENT_SPEED_3;
import static io.wayside.driver.nmea.ais.application.MetQuantity.CURRENT_TO;
import static io.wayside.driver.nmea.ais.application.MetQuantity.CURRENT_TO_2;
import static io.wayside.driver.nmea.ais.application.MetQuantity.CURRENT_TO_3;
import static io.wayside.driver.nmea.ais.application.MetQuantity.DEW_POINT;
import static io.wayside.driver.nmea.ais.application.MetQuantity.GUST_FROM;
import static io.wayside.driver.nmea.ais.application.MetQuantity.HUMIDITY;
import static io.wayside.driver.nmea.ais.application.MetQuantity.ICE;
import static io.wayside.driver.nmea.ais.application.MetQuantity.LEVEL_TREND;
import static io.wayside.driver.nmea.ais.application.MetQuantity.PRECIPITATION;
import static io.wayside.driver.nmea.ais.application.MetQuantity.PRESSURE;
import static io.wayside.driver.nmea.ais.application.MetQuantity.PRESSURE_TREND;
import static io.wayside.driver.nmea.ais.application.MetQuantity.SALINITY;
import static io.wayside.driver.nmea.ais.application.MetQuantity.SEA_STATE;
import static io.wayside.driver.nmea.ais.application.MetQuantity.SWELL_FROM;
import static io.wayside.driver.nmea.ais.application.MetQuantity.SWELL_HEIGHT;
import static io.wayside.driver.nmea.ais.application.MetQuantity.SWELL_PERIOD;
import static io.wayside.driver.nmea.ais.application.MetQuantity.VISIBILITY;
import static io.wayside.driver.nmea.ais.application.MetQuantity.VISIBILITY_BEYOND;
import static io.wayside.driver.nmea.ais.application.MetQuantity.WATER_LEVEL;
import static io.wayside.driver.nmea.ais.application.MetQuantity.WATER_TEMPERATURE;
import static io.wayside.driver.nmea.ais.application.MetQuantity.WAVE_FROM;
import static io.wayside.driver.nmea.ais.application.MetQuantity.WAVE_HEIGHT;
import static io.wayside.driver.nmea.ais.application.MetQuantity.WAVE_PERIOD;
import static io.wayside.driver.nmea.ais.application.MetQuantity.WIND_FROM;
import static io.wayside.driver.nmea.ais.application.MetQuantity.WIND_GUST;
import static io.wayside.driver.nmea.ais.application.MetQuantity.WIND_SPEED;

import java.util.List;

/** The figures of a report of weather and water one after the other, after place and time. */
final class MetLayout {

  /**
   * A figure.
   *
   * @param perUnit how many make a unit
   * @param offset what a number of 0 stands for, in units
   * @param none from this number on there is no value
   */
  record Figure(
      MetQuantity quantity, int width, boolean signed, int perUnit, int offset, int none) {}

  /** FI 31. */
  static final List<Figure> NEW =
      List.of(
          whole(WIND_SPEED, 7, 127),
          whole(WIND_GUST, 7, 127),
          whole(WIND_FROM, 9, 360),
          whole(GUST_FROM, 9, 360),
          signedTenths(AIR_TEMPERATURE, 11, 601),
          whole(HUMIDITY, 7, 101),
          signedTenths(DEW_POINT, 10, 501),
          new Figure(PRESSURE, 9, false, 1, 799, 403),
          whole(PRESSURE_TREND, 2, 3),
          whole(VISIBILITY_BEYOND, 1, 2),
          tenths(VISIBILITY, 7, 0, 127),
          new Figure(WATER_LEVEL, 12, false, 100, -10, 4001),
          whole(LEVEL_TREND, 2, 3),
          tenths(CURRENT_SPEED, 8, 0, 252),
          whole(CURRENT_TO, 9, 360),
          tenths(CURRENT_SPEED_2, 8, 0, 252),
          whole(CURRENT_TO_2, 9, 360),
          whole(CURRENT_DEPTH_2, 5, 31),
          tenths(CURRENT_SPEED_3, 8, 0, 252),
          whole(CURRENT_TO_3, 9, 360),
          whole(CURRENT_DEPTH_3, 5, 31),
          tenths(WAVE_HEIGHT, 8, 0, 252),
          whole(WAVE_PERIOD, 6, 61),
          whole(WAVE_FROM, 9, 360),
          tenths(SWELL_HEIGHT, 8, 0, 252),
          whole(SWELL_PERIOD, 6, 61),
          whole(SWELL_FROM, 9, 360),
          whole(SEA_STATE, 4, 13),
          signedTenths(WATER_TEMPERATURE, 10, 501),
          whole(PRECIPITATION, 3, 7),
          tenths(SALINITY, 9, 0, 502),
          whole(ICE, 2, 2));

  /** FI 11, which it replaced: numbers from 0, and what they stand for moved. */
  static final List<Figure> OLD =
      List.of(
          whole(WIND_SPEED, 7, 127),
          whole(WIND_GUST, 7, 127),
          whole(WIND_FROM, 9, 360),
          whole(GUST_FROM, 9, 360),
          tenths(AIR_TEMPERATURE, 11, -60, 1201),
          whole(HUMIDITY, 7, 101),
          tenths(DEW_POINT, 10, -20, 701),
          new Figure(PRESSURE, 9, false, 1, 800, 401),
          whole(PRESSURE_TREND, 2, 3),
          tenths(VISIBILITY, 8, 0, 251),
          tenths(WATER_LEVEL, 9, -10, 401),
          whole(LEVEL_TREND, 2, 3),
          tenths(CURRENT_SPEED, 8, 0, 252),
          whole(CURRENT_TO, 9, 360),
          tenths(CURRENT_SPEED_2, 8, 0, 252),
          whole(CURRENT_TO_2, 9, 360),
          whole(CURRENT_DEPTH_2, 5, 31),
          tenths(CURRENT_SPEED_3, 8, 0, 252),
          whole(CURRENT_TO_3, 9, 360),
          whole(CURRENT_DEPTH_3, 5, 31),
          tenths(WAVE_HEIGHT, 8, 0, 252),
          whole(WAVE_PERIOD, 6, 61),
          whole(WAVE_FROM, 9, 360),
          tenths(SWELL_HEIGHT, 8, 0, 252),
          whole(SWELL_PERIOD, 6, 61),
          whole(SWELL_FROM, 9, 360),
          whole(SEA_STATE, 4, 13),
          tenths(WATER_TEMPERATURE, 10, -10, 601),
          whole(PRECIPITATION, 3, 7),
          tenths(SALINITY, 9, 0, 501),
          whole(ICE, 2, 2));

  private MetLayout() {}

  private static Figure whole(MetQuantity quantity, int width, int none) {
    return new Figure(quantity, width, false, 1, 0, none);
  }

  private static Figure tenths(MetQuantity quantity, int width, int offset, int none) {
    return new Figure(quantity, width, false, 10, offset, none);
  }

  private static Figure signedTenths(MetQuantity quantity, int width, int none) {
    return new Figure(quantity, width, true, 10, 0, none);
  }
}
