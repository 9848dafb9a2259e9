// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import io.wayside.rig.simulators.toll.TrueVehicle;
import io.wayside.rig.simulators.toll.World;
import io.wayside.tolling.lane.LaneEvent;
import io.wayside.tolling.lane.LaneState;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Comes to a driver who has pressed the button. The button itself has the lane try again; when the
 * vehicle still stands there after three seconds and the lane has granted nothing, the attendant
 * lets it pass.
 */
final class Attendant {

  private static final long LOOKS_AFTER_NANOS = 3_000_000_000L;
  private static final int LOOKS = 4;

  private static final Set<LaneState> NOTHING_GRANTED =
      EnumSet.of(LaneState.OPEN_IDLE, LaneState.ARMED, LaneState.IDENTIFYING, LaneState.HOLD);

  private final World world;
  private final Gateway gateway;

  Attendant(World world, Gateway gateway) {
    this.world = world;
    this.gateway = gateway;
  }

  void called(int vehicle, long nanos) {
    gateway.tell(new LaneEvent.Retry(nanos, Optional.empty()));
    gateway.agenda.at(nanos + LOOKS_AFTER_NANOS, at -> look(vehicle, at, LOOKS));
  }

  private void look(int vehicle, long nanos, int looks) {
    if (looks == 0 || !waits(vehicle)) {
      return;
    }
    if (gateway.state().filter(NOTHING_GRANTED::contains).isPresent()) {
      gateway.tell(new LaneEvent.AttendantGrant(nanos, "rig", "called"));
    }
    gateway.agenda.at(nanos + LOOKS_AFTER_NANOS, at -> look(vehicle, at, looks - 1));
  }

  private boolean waits(int vehicle) {
    return world.truth().stream()
        .filter(truth -> truth.id() == vehicle)
        .noneMatch(Attendant::isThrough);
  }

  private static boolean isThrough(TrueVehicle truth) {
    return truth.reachedNanos().isPresent() || truth.backedOut();
  }
}
