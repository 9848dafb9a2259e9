// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parking;

import java.time.Duration;
import java.time.Instant;

/**
 * A vehicle came in.
 *
 * @param at wall time of the passage
 * @param doubt how far the clock may have been off
 * @param vehicleClass by the tariff plan
 * @param area part of the site
 */
public record Entry(Instant at, Duration doubt, String vehicleClass, String area)
    implements Comparable<Entry> {

  @Override
  public int compareTo(Entry other) {
    int order = at.compareTo(other.at);
    order = order != 0 ? order : doubt.compareTo(other.doubt);
    order = order != 0 ? order : vehicleClass.compareTo(other.vehicleClass);
    return order != 0 ? order : area.compareTo(other.area);
  }
}
