// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import io.wayside.tolling.lane.LaneOutcome.Violation;
import io.wayside.tolling.lane.LaneOutcome.Why;
import org.jspecify.annotations.Nullable;

/** L3: who is on it has passed the barrier, whether allowed to or not. */
final class SafetyLoop {

  private final Scene scene;
  private final Queue queue;
  private final Endings endings;
  private final Numbers numbers;
  private final Joined joined;
  private final Leaving leaving;

  /** What rises now is the trailer of the vehicle that has just been committed. */
  private boolean trailer;

  SafetyLoop(
      Scene scene, Queue queue, Endings endings, Numbers numbers, Joined joined, Leaving leaving) {
    this.scene = scene;
    this.queue = queue;
    this.endings = endings;
    this.numbers = numbers;
    this.joined = joined;
    this.leaving = leaving;
  }

  void rose(boolean first) {
    scene.tally.safetyPulses++;
    trailer = false; // the loop may have been lost meanwhile
    Vehicle head = queue.head();
    if (head != null && head.crossing && !head.onSafety && joined.isAnother(head)) {
      cross(joined.split(head), first);
    } else if (head != null && head.crossing) {
      goOn(head, first);
    } else if (isTrailer(head)) {
      trailer = true;
      scene.tally.trailers++;
    } else if (first && (head == null || !head.granted())) {
      cross(unseen(), true); // how it came there was not seen; that it passes is put on record
    } else {
      cross(head != null && (head.armed || head.granted()) ? head : unseen(), first);
    }
  }

  private void goOn(Vehicle vehicle, boolean first) {
    if (!vehicle.onSafety) {
      vehicle.flags.add(LaneFlags.SAFETY_GAP);
      vehicle.safetyPulses++;
    }
    if (first) {
      vehicle.flags.add(LaneFlags.LOOP_LOST);
    }
    vehicle.onSafety = true;
    vehicle.mark(scene.time.now(), "safety-on");
  }

  /**
   * The curtain was never free since, or, without one, the gap was short and nobody else is here.
   */
  private boolean isTrailer(@Nullable Vehicle head) {
    Endings.Gone gone = endings.last();
    if (gone == null) {
      return false;
    }
    if (scene.layout.curtain() && scene.detectors.known(Detector.CURTAIN)) {
      return !gone.whole() && scene.detectors.occupiedSince(Detector.CURTAIN, gone.goneNanos());
    }
    return head == null
        && !scene.time.isOlder(gone.goneNanos(), scene.rules.passing().trailerNanos());
  }

  private Vehicle unseen() {
    Vehicle vehicle = new Vehicle(numbers.next(), scene.time.now(), false);
    vehicle.violation = Violation.UNSEEN;
    queue.addHead(vehicle);
    return vehicle;
  }

  private void cross(Vehicle vehicle, boolean first) {
    long now = scene.time.now();
    vehicle.crossing = true;
    vehicle.crossedNanos = now;
    vehicle.onSafety = true;
    vehicle.safetyPulses = 1;
    vehicle.state = VehicleState.CROSSING;
    vehicle.alone = !vehicle.ahead && queue.behind(vehicle) == null;
    vehicle.mark(now, "safety-on");
    if (first) {
      vehicle.flags.add(LaneFlags.LOOP_LOST);
    }
    if (vehicle.granted()) {
      scene.acts.addLast(new LaneAct.Photograph(vehicle.number, LaneAct.Shot.CROSSING));
    } else {
      if (vehicle.violation == Violation.NONE) {
        vehicle.violation = isClose(now) ? Violation.TAILGATING : Violation.RUN_THROUGH;
      }
      scene.acts.addLast(new LaneAct.Photograph(vehicle.number, LaneAct.Shot.VIOLATION));
    }
  }

  /** Behind another, on its grant. */
  private boolean isClose(long now) {
    Endings.Gone gone = endings.last();
    return gone != null && now - gone.goneNanos() < scene.rules.passing().directNanos();
  }

  void fell(boolean first) {
    if (trailer) {
      trailer = false;
      trailerHasPassed();
      return;
    }
    Vehicle vehicle = queue.head();
    if (vehicle == null || !vehicle.crossing || !vehicle.onSafety) {
      return;
    }
    if (first) {
      vehicle.flags.add(LaneFlags.LOOP_LOST);
    }
    vehicle.onSafety = false;
    vehicle.leftSafetyNanos = scene.time.now();
    vehicle.mark(scene.time.now(), "safety-off");
    if (!vehicle.onArming || leaving.hasStayed(vehicle)) {
      leaving.end(vehicle);
    }
  }

  /** It was two pulses to the arming loop as well: the second of them is no vehicle. */
  private void trailerHasPassed() {
    Vehicle part = queue.head();
    Endings.Gone gone = endings.last();
    if (part != null
        && gone != null
        && part.armed
        && !part.granted()
        && part.tag == null
        && part.between()
        && part.beganNanos - gone.leftArmingNanos() < scene.rules.passing().directNanos()) {
      endings.aborted(part, Why.TRAILER);
    }
  }

  /** The rear of what is on the safety loop has left the line of the arm. */
  void curtainFell() {
    Vehicle head = queue.head();
    if (head != null && head.crossing && !head.hasGap) {
      head.hasGap = true;
      head.gapNanos = scene.time.now();
    }
  }

  void curtainRose() {
    Vehicle head = queue.head();
    if (head == null || !head.crossing || !head.hasGap) {
      return;
    }
    long fell = scene.detectors.fell(Detector.CURTAIN);
    if (!scene.time.isOlder(fell, Joined.CURTAIN_GAP_NANOS)) {
      head.hasGap = head.gapNanos - fell < 0; // that was none
    } else if (head.onSafety) {
      head.followers++;
      head.againNanos = scene.time.now();
      head.mark(scene.time.now(), "curtain-again");
    }
  }

  /** A loop occupied too long, and a vehicle whose rear is still on the arming loop. */
  void run() {
    Vehicle head = queue.head();
    if (head == null || !head.crossing) {
      return;
    }
    if (head.onSafety) {
      if (!head.flags.contains(LaneFlags.SAFETY_LONG)
          && scene.time.passed(head.crossedNanos, scene.rules.passing().tailNanos())) {
        head.flags.add(LaneFlags.SAFETY_LONG);
      }
    } else if (joined.isOver(head)) {
      joined.split(head);
    }
  }

  void lost() {
    Vehicle head = queue.head();
    if (head != null && head.crossing) {
      head.flags.add(LaneFlags.LOOP_LOST);
    }
  }
}
