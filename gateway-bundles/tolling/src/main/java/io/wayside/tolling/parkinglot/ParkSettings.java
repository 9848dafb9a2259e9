// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import io.wayside.tolling.parking.EntryDesk.PassBack;
import io.wayside.tolling.parking.Place;
import java.time.Duration;

/**
 * How a car park is set up.
 *
 * @param id of its station; its records' stream is named after it
 * @param area name of the place, as in counts
 * @param usualClass class of a vehicle of which nobody says another
 * @param capacity vehicles that fit; 0 when that is not watched
 * @param mostStays that are kept, ended ones included
 * @param passBack what is done with a key that is inside already
 * @param believed so long a vehicle is believed to be inside
 */
public record ParkSettings(
    String id,
    String area,
    String usualClass,
    long capacity,
    int mostStays,
    PassBack passBack,
    Duration believed) {

  Place usualPlace() {
    return new Place(area, usualClass);
  }
}
