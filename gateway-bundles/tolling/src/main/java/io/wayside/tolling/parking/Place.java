// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parking;

/** Where vehicles of one class are counted. */
public record Place(String area, String vehicleClass) implements Comparable<Place> {

  @Override
  public int compareTo(Place other) {
    int byArea = area.compareTo(other.area);
    return byArea != 0 ? byArea : vehicleClass.compareTo(other.vehicleClass);
  }
}
