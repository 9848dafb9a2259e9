// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.water;

/** What an aid measures of itself. Units are UCUM codes. */
public enum AidQuantity {
  SUPPLY_V("V"),
  /** An analogue input whose meaning the site's document gives. */
  EXTERNAL_1_V("V"),
  EXTERNAL_2_V("V"),
  SOLAR_V("V"),
  /** Into the battery. */
  CHARGE_A("A"),
  /** Out of the battery, all consumers. */
  LOAD_A("A"),
  LAMP_A("A"),
  LAMP_CEL("Cel"),
  /** Light around it, by day and night. */
  AMBIENT_LUX("lx"),
  /** Brightness as set, 0 to 1. */
  INTENSITY("1"),
  /** From upright. */
  TILT_DEG("deg");

  private final String unit;

  AidQuantity(String unit) {
    this.unit = unit;
  }

  public String unit() {
    return unit;
  }
}
