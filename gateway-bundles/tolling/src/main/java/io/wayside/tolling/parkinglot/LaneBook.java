// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import io.wayside.tolling.parking.LaneCount;
import io.wayside.tolling.parking.LanePass;
import io.wayside.tolling.parking.Occupancy;
import io.wayside.tolling.parking.OpeningWatch;
import io.wayside.tolling.parking.Place;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the car park knows of one lane: its counts, and who was let pass and has not ended. */
final class LaneBook {

  private final Occupancy occupancy;
  private final Map<Long, LanePass> open = new LinkedHashMap<>();

  /** With codes and lost ticket; not known any more after a restart. */
  private final Map<Long, Asking> asked = new HashMap<>();

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
    used(pass.vehicle());
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

  /** A number that stands in a record is never given again, in this run or another. */
  void used(long vehicle) {
    highestVehicle = Math.max(highestVehicle, vehicle);
  }

  void granted(LanePass pass) {
    used(pass.vehicle());
    open.put(pass.vehicle(), pass);
  }

  @Nullable LanePass ended(long vehicle) {
    asked.remove(vehicle);
    return open.remove(vehicle);
  }

  void asked(long vehicle, Asking asking) {
    asked.put(vehicle, asking);
  }

  /** What was said when it was let pass. */
  Asking asked(long vehicle) {
    return asked.getOrDefault(vehicle, Asking.NOTHING);
  }

  Optional<LanePass> pass(long vehicle) {
    return Optional.ofNullable(open.get(vehicle));
  }

  List<LanePass> open() {
    return List.copyOf(open.values());
  }

  long highestVehicle() {
    return highestVehicle;
  }

  long nextVehicle() {
    return highestVehicle + 1;
  }
}
