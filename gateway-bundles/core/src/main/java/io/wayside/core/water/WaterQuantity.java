// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.water;

/** What is measured of water and air. Units are UCUM codes. */
public enum WaterQuantity {
  /** Above the datum of the gauge, which the site's document names. */
  LEVEL_M("m"),
  /** From the sounder or the keel to the bed; offset as the device gives it. */
  DEPTH_M("m"),
  /** Free height under a bridge. */
  CLEARANCE_M("m"),
  WATER_CEL("Cel"),
  AIR_CEL("Cel"),
  DEW_POINT_CEL("Cel"),
  PRESSURE_PA("Pa"),
  /** 0 to 1. */
  HUMIDITY("1"),
  /** Averaged over ten minutes where the sender says so. */
  WIND_MPS("m/s"),
  GUST_MPS("m/s"),
  /** Where it comes from, from true north. */
  WIND_FROM_DEG("deg"),
  /** As above, from the bow of what carries the instrument. */
  WIND_FROM_BOW_DEG("deg"),
  VISIBILITY_M("m"),
  CURRENT_MPS("m/s"),
  /** Where it flows to, from true north. */
  CURRENT_TO_DEG("deg"),
  WAVE_HEIGHT_M("m");

  private final String unit;

  WaterQuantity(String unit) {
    this.unit = unit;
  }

  public String unit() {
    return unit;
  }
}
