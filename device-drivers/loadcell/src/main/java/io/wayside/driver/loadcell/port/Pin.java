// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.loadcell.port;

/** Pins of a converter beside those of a bus. */
public enum Pin {
  /** DRDY/DOUT of an ADS123x, DRDY of an ADS1256: low when a sample is ready. */
  DATA,
  /** SCLK of an ADS123x. */
  CLOCK,
  /** PDWN of an ADS123x; low puts the chip to sleep. */
  POWER_DOWN,
  /** SPEED of an ADS123x: low 10, high 80 samples a second. */
  SPEED,
  GAIN0,
  GAIN1
}
