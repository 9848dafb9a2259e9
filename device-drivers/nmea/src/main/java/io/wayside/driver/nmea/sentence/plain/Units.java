// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.sentence.plain;

/** Units of sentences in those of the SI. */
final class Units {

  static final double KNOT_MPS = 1852.0 / 3600;
  static final double KILOMETRE_AN_HOUR_MPS = 1 / 3.6;
  static final double MILE_AN_HOUR_MPS = 0.44704;
  static final double BAR_PA = 100_000;

  /** Of mercury at 0 degrees Celsius. */
  static final double INCH_OF_MERCURY_PA = 3386.389;

  static final double FOOT_M = 0.3048;
  static final double FATHOM_M = 1.8288;

  private Units() {}
}
