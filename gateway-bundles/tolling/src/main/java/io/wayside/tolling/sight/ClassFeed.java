// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.sight;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Source.Subscription;
import io.wayside.core.traffic.ClassedVehicle;
import io.wayside.core.traffic.VehicleClassSource;
import io.wayside.tolling.lane.Evidence;
import io.wayside.tolling.passage.Measured;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/**
 * What another station measured, put to the lane's vehicles by time. Where two overlap nothing is
 * said: a guess would be worse than none.
 */
final class ClassFeed implements Listener<ClassedVehicle>, AutoCloseable {

  private static final int MOST_REMEMBERED = 64;

  private final Optional<ClassGroups> groups;
  private final Subscription station;
  private final ArrayDeque<ClassedVehicle> lately = new ArrayDeque<>();

  ClassFeed(VehicleClassSource station, Optional<ClassGroups> groups) {
    this.groups = groups;
    this.station = station.subscribe(this);
  }

  @Override
  public synchronized void received(ClassedVehicle vehicle) {
    if (lately.size() >= MOST_REMEMBERED) {
      lately.remove();
    }
    lately.add(vehicle);
  }

  /** What was measured of the vehicle between its coming and its end. */
  synchronized Measured of(Evidence evidence) {
    List<ClassedVehicle> overlapping =
        lately.stream()
            .filter(
                each ->
                    each.toNanos() - evidence.beganNanos() >= 0
                        && evidence.endedNanos() - each.fromNanos() >= 0)
            .toList();
    return overlapping.size() == 1 ? measured(overlapping.get(0)) : Measured.NOTHING;
  }

  private Measured measured(ClassedVehicle vehicle) {
    Optional<ClassGroups.Groups> range =
        groups.flatMap(all -> all.of(vehicle.scheme(), vehicle.vehicleClass()));
    return new Measured(
        range.map(ClassGroups.Groups::lowest),
        vehicle.axles().isPresent() ? Optional.of(vehicle.axles().getAsInt()) : Optional.empty(),
        Optional.empty(),
        vehicle.lengthM().isPresent()
            ? Optional.of(vehicle.lengthM().getAsDouble())
            : Optional.empty(),
        Optional.of(new Measured.ClassSeen(vehicle.scheme(), vehicle.vehicleClass())));
  }

  @Override
  public void interrupted(Interruption interruption) {
    // The station's own health tells it.
  }

  @Override
  public void close() {
    station.close();
  }
}
