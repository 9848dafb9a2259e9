// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais.application;

/** What a report of weather and water can tell, by its name in docs/wire/ais.md. */
public enum MetQuantity {
  /** Knots, averaged over ten minutes. */
  WIND_SPEED("windSpeed"),
  /** Knots, the most in ten minutes. */
  WIND_GUST("windGust"),
  /** Degrees. */
  WIND_FROM("windDirection"),
  /** Degrees. */
  GUST_FROM("gustDirection"),
  /** Degrees Celsius. */
  AIR_TEMPERATURE("airTemperature"),
  /** Per cent. */
  HUMIDITY("humidity"),
  /** Degrees Celsius. */
  DEW_POINT("dewPoint"),
  /** hPa. */
  PRESSURE("pressure"),
  /** 0 steady, 1 falling, 2 rising. */
  PRESSURE_TREND("pressureTrend"),
  /** 1: the visibility is that or more. */
  VISIBILITY_BEYOND("visibilityBeyond"),
  /** Nautical miles. */
  VISIBILITY("visibility"),
  /** Metres from the local datum. */
  WATER_LEVEL("waterLevel"),
  /** 0 steady, 1 falling, 2 rising. */
  LEVEL_TREND("levelTrend"),
  /** Knots, at the surface. */
  CURRENT_SPEED("currentSpeed"),
  /** Degrees, where it flows to. */
  CURRENT_TO("currentDirection"),
  /** Knots. */
  CURRENT_SPEED_2("currentSpeed2"),
  /** Degrees. */
  CURRENT_TO_2("currentDirection2"),
  /** Metres below the surface. */
  CURRENT_DEPTH_2("currentDepth2"),
  /** Knots. */
  CURRENT_SPEED_3("currentSpeed3"),
  /** Degrees. */
  CURRENT_TO_3("currentDirection3"),
  /** Metres below the surface. */
  CURRENT_DEPTH_3("currentDepth3"),
  /** Metres. */
  WAVE_HEIGHT("waveHeight"),
  /** Seconds. */
  WAVE_PERIOD("wavePeriod"),
  /** Degrees. */
  WAVE_FROM("waveDirection"),
  /** Metres. */
  SWELL_HEIGHT("swellHeight"),
  /** Seconds. */
  SWELL_PERIOD("swellPeriod"),
  /** Degrees. */
  SWELL_FROM("swellDirection"),
  /** Beaufort. */
  SEA_STATE("seaState"),
  /** Degrees Celsius. */
  WATER_TEMPERATURE("waterTemperature"),
  /** 1 rain, 2 thunderstorm, 3 freezing rain, 4 mixed, 5 snow. */
  PRECIPITATION("precipitation"),
  /** Per mille. */
  SALINITY("salinity"),
  /** 0 no, 1 yes. */
  ICE("ice");

  private final String word;

  MetQuantity(String word) {
    this.word = word;
  }

  /** Its name on the wire. */
  public String word() {
    return word;
  }
}
