// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import io.wayside.tolling.lane.LaneOutcome.Why;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * After a restart: grants without an end wait for the loops' first words. Then the one that can be
 * on an occupied loop goes on, and one whose tag is heard between the loops; the others are
 * unproven, and not charged by themselves.
 */
final class Recovery {

  /** Nobody stands in a lane for so long. */
  private static final long TOO_OLD_NANOS = 900_000_000_000L;

  private final Scene scene;
  private final Queue queue;
  private final Endings endings;
  private final List<Vehicle> waiting = new ArrayList<>();

  Recovery(Scene scene, Queue queue, Endings endings) {
    this.scene = scene;
    this.queue = queue;
    this.endings = endings;
  }

  void begin(List<OpenGrant> open, Numbers numbers) {
    List<OpenGrant> inOrder = new ArrayList<>(open);
    inOrder.sort(Comparator.comparingLong(each -> each.grant().vehicle()));
    for (OpenGrant each : inOrder) {
      numbers.after(each.grant().vehicle());
      Vehicle vehicle = recovered(each);
      if (each.ageNanos() >= TOO_OLD_NANOS) {
        endings.aborted(vehicle, Why.UNPROVEN);
        each.grant().evidence().choice().ifPresent(this::release);
      } else {
        waiting.add(vehicle);
      }
    }
  }

  private void release(Choice choice) {
    scene.acts.addLast(new LaneAct.Release(choice.tag()));
  }

  private Vehicle recovered(OpenGrant open) {
    LaneOutcome.Grant grant = open.grant();
    // Times of the earlier run mean nothing on this run's clock: all begins now.
    Vehicle vehicle = new Vehicle(grant.vehicle(), scene.time.now(), true);
    vehicle.onArming = false;
    vehicle.choice = grant.evidence().choice().orElse(null);
    vehicle.plateHash = grant.evidence().plateHash().orElse(null);
    vehicle.plates = grant.evidence().plateHash().stream().toList();
    vehicle.verdict = grant.verdict();
    vehicle.actor = grant.actor().orElse(null);
    vehicle.grant = grant;
    vehicle.readNanos = scene.time.now();
    vehicle.takenNanos = scene.time.now() - open.ageNanos();
    vehicle.state = VehicleState.DECIDED;
    grant.evidence().flags().all().forEach(vehicle.flags::add);
    // How weak it was is not told any more: asking about it once too often does no harm.
    vehicle.faint = vehicle.flags.contains(LaneFlags.WEAK_TAG);
    vehicle.flags.add(LaneFlags.RECOVERED);
    vehicle.mark(scene.time.now(), "recovered");
    return vehicle;
  }

  /** A tag of a vehicle that was granted before the restart is its own, and nobody else's. */
  void adopt(HeardTag tag) {
    for (Vehicle vehicle : queue.all()) {
      Choice choice = vehicle.choice;
      if (vehicle.granted()
          && vehicle.tag == null
          && choice != null
          && choice.tag().equals(tag.tag)) {
        tag.bound = vehicle;
        vehicle.tag = tag;
      }
    }
  }

  boolean isPending() {
    return !waiting.isEmpty();
  }

  /** Once both loops were heard, before anything else is made of them. */
  void settle() {
    if (waiting.isEmpty() || !scene.loopsKnown()) {
      return;
    }
    boolean crossing = scene.detectors.knownOccupied(Detector.SAFETY);
    boolean arming = scene.detectors.knownOccupied(Detector.ARMING);
    List<Vehicle> found = new ArrayList<>(waiting);
    waiting.clear();
    Vehicle last = null;
    if (crossing) {
      Vehicle first = found.remove(0);
      first.crossing = true;
      first.crossedNanos = scene.time.now();
      first.onSafety = true;
      first.safetyPulses = 1;
      first.state = VehicleState.CROSSING;
      first.mark(scene.time.now(), "safety-on");
      queue.add(first);
      if (arming && found.isEmpty()) {
        first.onArming = !scene.layout.standingRoom();
      }
    }
    if (arming && !found.isEmpty()) {
      last = found.remove(found.size() - 1);
      last.onArming = true;
      last.mark(scene.time.now(), "arming-on");
    }
    for (Vehicle vehicle : found) {
      seek(vehicle);
    }
    if (last != null) {
      queue.add(last);
    }
  }

  /** Where one can stand on neither loop it may do so: it is there if its tag is heard. */
  private void seek(Vehicle vehicle) {
    if (!scene.layout.standingRoom() || vehicle.choice == null) {
      endings.leftUnproven(vehicle);
      return;
    }
    vehicle.onlyHeard = true;
    // Who comes over the arming loop now is another.
    vehicle.leftArmingNanos = scene.time.now() - scene.rules.passing().bridgeNanos();
    vehicle.saidNanos = scene.time.now();
    queue.add(vehicle);
  }
}
