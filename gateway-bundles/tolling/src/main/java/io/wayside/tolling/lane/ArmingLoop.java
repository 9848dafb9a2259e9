// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import io.wayside.tolling.lane.LaneOutcome.Why;

/** L1: vehicles begin here, and leave it forwards or back. */
final class ArmingLoop {

  private final Scene scene;
  private final Queue queue;
  private final Endings endings;
  private final Numbers numbers;

  ArmingLoop(Scene scene, Queue queue, Endings endings, Numbers numbers) {
    this.scene = scene;
    this.queue = queue;
    this.endings = endings;
    this.numbers = numbers;
  }

  /**
   * The loop rose, or was found occupied.
   *
   * @param first the loop had not been heard before
   */
  void rose(boolean first) {
    long now = scene.time.now();
    Vehicle last = queue.last();
    if (last != null && last.onArming) {
      if (first) {
        last.flags.add(LaneFlags.LOOP_LOST); // it may be another by now
      }
      return;
    }
    if (last != null
        && last.armed
        && !scene.time.isOlder(last.leftArmingNanos, scene.rules.passing().bridgeNanos())) {
      last.onArming = true;
      last.mark(now, "arming-on");
      return;
    }
    begin(now, first);
  }

  private void begin(long now, boolean first) {
    if (queue.isFull()) {
      scene.tally.overflows++;
      scene.acts.add(
          new LaneAct.Alarm(
              "too-many-vehicles",
              true,
              "more vehicles between the loops than fit there: look at the arming loop"));
      return;
    }
    Vehicle vehicle = new Vehicle(numbers.next(), now, true);
    vehicle.refused = scene.order == LaneOrder.CLOSE;
    if (first) {
      vehicle.flags.add(LaneFlags.RECOVERED); // it stood there when the loop was first heard
    }
    if (!scene.readerHeard) {
      vehicle.flags.add(LaneFlags.READER_LOST);
    }
    vehicle.mark(now, "arming-on");
    scene.tally.vehicles++;
    queue.add(vehicle);
    scene.acts.addLast(new LaneAct.Photograph(vehicle.number, LaneAct.Shot.ARMED));
  }

  /**
   * The loop fell, or was found free.
   *
   * @param first the loop had not been heard before
   */
  void fell(boolean first) {
    Vehicle vehicle = queue.onArming();
    if (vehicle == null) {
      return;
    }
    vehicle.onArming = false;
    vehicle.leftArmingNanos = scene.time.now();
    vehicle.mark(scene.time.now(), "arming-off");
    if (first) {
      vehicle.flags.add(LaneFlags.LOOP_LOST);
    }
  }

  /** Vehicles that are on neither loop for too long have gone back, or were none. */
  void run() {
    if (queue.isEmpty()) {
      return;
    }
    for (Vehicle vehicle : queue.all()) {
      if (!vehicle.head && vehicle == queue.head()) {
        vehicle.head = true;
        vehicle.headNanos = scene.time.now();
      }
      if (vehicle.between() && vehicle.armed) {
        watch(vehicle);
      }
    }
  }

  private void watch(Vehicle vehicle) {
    LaneRules.Passing rules = scene.rules.passing();
    boolean tooShort =
        vehicle.leftArmingNanos - vehicle.beganNanos < rules.shortestNanos()
            && vehicle.tag == null
            && !vehicle.granted();
    if (tooShort) {
      if (scene.time.passed(vehicle.leftArmingNanos, rules.backOutNanos())) {
        vehicle.flags.add(LaneFlags.SHORT_PRESENCE);
        endings.aborted(vehicle, Why.TOO_SHORT);
      }
      return;
    }
    if (scene.detectors.known(Detector.SAFETY)
        && scene.time.passed(seen(vehicle), patience(vehicle, rules))) {
      end(vehicle);
    }
  }

  private long patience(Vehicle vehicle, LaneRules.Passing rules) {
    if (!scene.layout.standingRoom()) {
      return rules.backOutNanos();
    }
    return vehicle.approved() ? rules.betweenNanos() : rules.leaveNanos();
  }

  /** The last sign of a vehicle on neither loop. */
  private long seen(Vehicle vehicle) {
    long seen = vehicle.leftArmingNanos;
    if (!scene.layout.standingRoom()) {
      return seen;
    }
    HeardTag tag = vehicle.tag;
    if (tag != null && tag.heardInLane) {
      seen = LaneTime.later(seen, tag.lastLaneNanos);
    }
    return vehicle.head ? LaneTime.later(seen, vehicle.headNanos) : seen;
  }

  /** One that vanished behind a passage that was too long for one vehicle has passed with it. */
  private void end(Vehicle vehicle) {
    Endings.Gone gone = endings.last();
    if (gone != null
        && gone.longPassage()
        && gone.goneNanos() - vehicle.leftArmingNanos >= 0
        && !vehicle.granted()) {
      vehicle.flags.add(LaneFlags.SUSPECTED);
      vehicle.crossedNanos = gone.goneNanos();
      vehicle.violation = LaneOutcome.Violation.TAILGATING;
      endings.passed(vehicle);
    } else {
      endings.aborted(
          vehicle,
          scene.layout.standingRoom() && !vehicle.granted() ? Why.VANISHED : Why.BACKED_OUT);
    }
  }
}
