// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import io.wayside.tolling.lane.LaneOutcome.Why;

/** L1: vehicles begin here, and leave it forwards or back. */
final class ArmingLoop {

  private final Scene scene;
  private final Queue queue;
  private final Endings endings;
  private final Numbers numbers;
  private final TagPool pool;
  private final Retreat retreat;
  private final InStep step;
  private final CameAgain again;

  ArmingLoop(
      Scene scene,
      Queue queue,
      Endings endings,
      Numbers numbers,
      TagPool pool,
      Retreat retreat,
      InStep step,
      CameAgain again) {
    this.scene = scene;
    this.queue = queue;
    this.endings = endings;
    this.numbers = numbers;
    this.pool = pool;
    this.retreat = retreat;
    this.step = step;
    this.again = again;
  }

  /**
   * The loop rose, or was found occupied.
   *
   * @param first the loop had not been heard before
   */
  void rose(boolean first) {
    long now = scene.time.now();
    Vehicle there = queue.onArming();
    if (there != null) {
      if (first) {
        there.flags.add(LaneFlags.LOOP_LOST); // it may be another by now
      }
      return;
    }
    Vehicle last = queue.last();
    if (last != null && last.armed && isTheSame(last)) {
      last.onArming = true;
      last.mark(now, "arming-on");
      return;
    }
    begin(now, first);
  }

  /** It was no gap, or the last has gone back over the loop and comes again. */
  private boolean isTheSame(Vehicle last) {
    return !last.crossing
        && (!scene.time.isOlder(last.leftArmingNanos, scene.rules.passing().bridgeNanos())
            || retreat.isBehindTheLoop(last));
  }

  private void begin(long now, boolean first) {
    if (queue.isFull()) {
      step.lose();
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
    vehicle.ahead = !queue.isEmpty();
    pool.comes(vehicle);
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
      if (vehicle.state == VehicleState.ABORTED) {
        continue; // with one ahead of it
      }
      if (comesBack(vehicle)) {
        Vehicle pulse = queue.onArming();
        if (pulse != null) {
          withdraw(vehicle);
          vehicle.onArming = true; // it is what is on the loop
        }
      } else if (retreat.hasGoneBack(vehicle)
          && queue.onArming() == null
          && scene.time.passed(vehicle.leftArmingNanos, scene.rules.passing().backOutNanos())) {
        withdraw(vehicle);
        endings.wentBack(vehicle, retreat.tag(vehicle));
      } else if (vehicle.between() && !isTheNext(vehicle)) {
        watch(vehicle);
      }
    }
  }

  /** On its way back it is on the loop again, and was taken for another. */
  private boolean comesBack(Vehicle vehicle) {
    Vehicle pulse = queue.onArming();
    return vehicle.between()
        && pulse != null
        && pulse == queue.behind(vehicle)
        && pulse.tag == null
        && retreat.isBehindTheLoop(vehicle);
  }

  /** Nobody can be behind one that is back at the loop: what was taken for them was itself. */
  private void withdraw(Vehicle vehicle) {
    Vehicle behind = queue.behind(vehicle);
    while (behind != null) {
      endings.aborted(behind, Why.BACKED_OUT);
      behind = queue.behind(vehicle);
    }
  }

  private boolean isTheNext(Vehicle vehicle) {
    Vehicle next = again.insteadOf(vehicle);
    if (next == null) {
      return false;
    }
    next.cameAgain = true;
    step.lose(); // somebody may stand there all the same
    endings.aborted(vehicle, Why.VANISHED);
    return true;
  }

  private void watch(Vehicle vehicle) {
    LaneRules.Passing rules = scene.rules.passing();
    boolean tooShort =
        vehicle.armed
            && vehicle.leftArmingNanos - vehicle.beganNanos < rules.shortestNanos()
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
    if (vehicle.isSought() && scene.readerHeard) {
      return scene.rules.identifying().silenceNanos();
    }
    return vehicle.approved() ? rules.betweenNanos() : rules.leaveNanos();
  }

  /** The last sign of a vehicle on neither loop. */
  private long seen(Vehicle vehicle) {
    long seen = LaneTime.later(vehicle.leftArmingNanos, vehicle.saidNanos);
    if (!scene.layout.standingRoom()) {
      return seen;
    }
    HeardTag tag = vehicle.tag;
    if (tag != null && tag.heardInLane) {
      seen = LaneTime.later(seen, tag.lastLaneNanos);
    }
    if (vehicle.isSought() && scene.readerWasLost) {
      seen = LaneTime.later(seen, scene.readerNanos);
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
    } else if (vehicle.isSought()) {
      endings.leftUnproven(vehicle); // it went while the power was off
    } else {
      if (scene.layout.standingRoom()) {
        step.lose(); // it may stand there still
      }
      endings.aborted(
          vehicle,
          scene.layout.standingRoom() && !vehicle.granted() ? Why.VANISHED : Why.BACKED_OUT);
    }
  }
}
