// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts plates to vehicles: to the one on the arming loop at that moment, to the last that had left
 * it shortly before, or to the next that comes soon, since some cameras look ahead of the loop.
 */
final class PlateWatch {

  private static final long AFTER_NANOS = 1_000_000_000L;
  private static final long AHEAD_NANOS = 2_000_000_000L;

  private final Scene scene;
  private final Queue queue;
  private LaneEvent.@Nullable Plate waiting;

  PlateWatch(Scene scene, Queue queue) {
    this.scene = scene;
    this.queue = queue;
  }

  void heard(LaneEvent.Plate plate) {
    Vehicle vehicle = at(plate.nanos());
    if (vehicle == null) {
      waiting = plate;
    } else {
      give(vehicle, plate);
    }
  }

  /** One that came ahead of its vehicle. */
  void run() {
    LaneEvent.Plate plate = waiting;
    if (plate == null) {
      return;
    }
    Vehicle vehicle = queue.onArming();
    if (scene.time.now() - plate.nanos() > AHEAD_NANOS) {
      waiting = null;
    } else if (vehicle != null && vehicle.plates.isEmpty()) {
      waiting = null;
      give(vehicle, plate);
    }
  }

  private @Nullable Vehicle at(long nanos) {
    Vehicle found = null;
    for (Vehicle vehicle : queue.all()) {
      boolean there =
          vehicle.armed
              && nanos - vehicle.beganNanos >= 0
              && (vehicle.onArming || nanos - vehicle.leftArmingNanos <= AFTER_NANOS);
      if (there) {
        found = vehicle;
      }
    }
    return found;
  }

  private void give(Vehicle vehicle, LaneEvent.Plate plate) {
    vehicle.plates = plate.hashes();
    vehicle.plateHash = plate.hashes().get(0);
    if (vehicle.choice != null && vehicle.tag != null) {
      compare(vehicle, vehicle.tag.known.plateHash());
    }
    scene.acts.addLast(new LaneAct.PlateOf(vehicle.number, plate.hashes().get(0)));
  }

  /** Of all that a reading may mean, the plate its tag is registered for is the likeliest. */
  static void compare(Vehicle vehicle, Optional<String> registered) {
    if (registered.isEmpty() || vehicle.plates.isEmpty()) {
      return;
    }
    Optional<String> plate = same(vehicle.plates, registered);
    if (plate.isPresent()) {
      vehicle.plateHash = plate.get();
      vehicle.flags.remove(LaneFlags.PLATE_MISMATCH);
    } else {
      vehicle.flags.add(LaneFlags.PLATE_MISMATCH);
    }
  }

  /** The one that is registered. Lists may hold fewer bytes of a hash than the lane, or more. */
  static Optional<String> same(List<String> plates, Optional<String> registered) {
    return registered
        .filter(hash -> !hash.isEmpty())
        .flatMap(
            hash ->
                plates.stream()
                    .filter(plate -> plate.startsWith(hash) || hash.startsWith(plate))
                    .findFirst());
  }
}
