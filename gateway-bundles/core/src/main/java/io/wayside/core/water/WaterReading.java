// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.water;

/**
 * One figure of water or air.
 *
 * @param monotonicNanos when the last byte of it arrived
 * @param station who measured, as its wire names it: {@code mmsi:002241111}, {@code gauge:10023},
 *     {@code nmea:SD}
 * @param value in the unit of the quantity; finite
 */
public record WaterReading(
    long monotonicNanos, String station, WaterQuantity quantity, double value) {

  public WaterReading {
    if (station.isBlank()) {
      throw new IllegalArgumentException("a reading must say who measured");
    }
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(quantity + " of " + station + " is not a number");
    }
  }
}
