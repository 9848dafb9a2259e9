// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import io.wayside.tolling.parking.LaneCount;
import io.wayside.tolling.parking.LanePass;
import io.wayside.tolling.parking.Occupancy;
import io.wayside.tolling.parking.OpeningWatch;
import io.wayside.tolling.parking.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the car park knows of one lane: its counts, and who was let pass and has not ended. */
final class LaneBook {

  private final Occupancy occupancy;
  private final Map<Long, LanePass> open = new LinkedHashMap<>();
  private OpeningWatch watch = new OpeningWatch();
  private long highestVehicle;

  LaneBook(String lane) {
    this.occupancy = new Occupancy(lane);
  }

  Occupancy occupancy() {
    return occupancy;
  }

  OpeningWatch watch() {
    return watch;
  }

  LaneCount count(Place place) {
    return LaneCount.of(place, occupancy.mineAt(place), watch);
  }

  /** Goes on from a record; the counters of a later one are never lower. */
  void resume(LaneCount count) {
    occupancy.resume(count.place(), count.tally());
    if (count.openings() >= watch.openings() && count.passages() >= watch.passages()) {
      watch = new OpeningWatch(count.openings(), count.passages(), count.leaks());
    }
  }

  void resume(LanePass pass) {
    resume(pass.count());
    highestVehicle = Math.max(highestVehicle, pass.vehicle());
    if (pass.isOpening()) {
      open.put(pass.vehicle(), pass);
    } else {
      open.remove(pass.vehicle());
    }
  }

  /** Openings of before the restart that may still be used. */
  void raiseOpen() {
    open.values().forEach(pass -> watch.stillRaised());
  }

  void granted(LanePass pass) {
    open.put(pass.vehicle(), pass);
  }

  @Nullable LanePass ended(long vehicle) {
    return open.remove(vehicle);
  }

  Optional<LanePass> pass(long vehicle) {
    return Optional.ofNullable(open.get(vehicle));
  }

  List<LanePass> open() {
    return List.copyOf(open.values());
  }

  long nextVehicle() {
    return highestVehicle + 1;
  }
}
