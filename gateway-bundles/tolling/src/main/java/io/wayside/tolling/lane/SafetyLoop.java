// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import io.wayside.tolling.lane.LaneOutcome.Violation;
import org.jspecify.annotations.Nullable;

/** L3: who is on it has passed the barrier, whether allowed to or not. */
final class SafetyLoop {

  /** A tag not heard for so long, where it was heard well before, has gone. */
  private static final long GONE_NANOS = 500_000_000;

  /** A curtain free for a shorter time was not between two vehicles. */
  private static final long CURTAIN_GAP_NANOS = 80_000_000;

  private final Scene scene;
  private final Queue queue;
  private final TagPool pool;
  private final Endings endings;
  private final Numbers numbers;

  /** What rises now is the trailer of the vehicle that has just been committed. */
  private boolean trailer;

  /** Found occupied by nobody known, at a start. */
  private boolean stranger;

  SafetyLoop(Scene scene, Queue queue, TagPool pool, Endings endings, Numbers numbers) {
    this.scene = scene;
    this.queue = queue;
    this.pool = pool;
    this.endings = endings;
    this.numbers = numbers;
  }

  void rose(boolean first) {
    scene.tally.safetyPulses++;
    Vehicle head = queue.head();
    if (head != null && head.crossing) {
      goOn(head, first);
    } else if (isTrailer(head)) {
      trailer = true;
      scene.tally.trailers++;
    } else if (first && (head == null || !head.granted())) {
      stranger = true; // how it came there was not seen
    } else {
      cross(head != null && head.armed ? head : unseen(), first);
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
      return scene.detectors.occupiedSince(Detector.CURTAIN, gone.goneNanos());
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
    vehicle.mark(now, "safety-on");
    if (first) {
      vehicle.flags.add(LaneFlags.LOOP_LOST);
    }
    if (vehicle.granted()) {
      Order.check(vehicle, queue.behind(vehicle), scene);
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
      return;
    }
    if (stranger) {
      stranger = false;
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
    if (!vehicle.onArming) {
      end(vehicle);
    }
  }

  private void end(Vehicle vehicle) {
    Vehicle behind = queue.behind(vehicle);
    endings.passed(vehicle);
    if (vehicle.followed) {
      follow(vehicle, behind);
    }
  }

  /** Two on one pulse of the loop: the second is proven by the curtain alone. */
  private void follow(Vehicle first, @Nullable Vehicle behind) {
    if (behind != null && behind.onArming) {
      return;
    }
    Vehicle second = behind == null ? unseen() : behind;
    second.crossedNanos = first.leftSafetyNanos;
    second.flags.add(LaneFlags.JOINED_VEHICLES);
    second.flags.add(LaneFlags.SUSPECTED);
    second.violation = Violation.TAILGATING;
    endings.passed(second);
  }

  void curtainRose() {
    Vehicle head = queue.head();
    if (head != null
        && head.onSafety
        && scene.detectors.fellAfter(Detector.CURTAIN, head.crossedNanos)
        && scene.time.isOlder(scene.detectors.fell(Detector.CURTAIN), CURTAIN_GAP_NANOS)) {
      head.followed = true;
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
    } else if (scene.time.passed(head.leftSafetyNanos, scene.rules.passing().splitNanos())) {
      split(head);
    }
  }

  /**
   * Something has passed, and something still stands where the vehicle began: two that the arming
   * loop could not tell apart. The one that passed was the one with the tag only if its tag went
   * with it.
   */
  private void split(Vehicle vehicle) {
    boolean remains = vehicle.onArming;
    HeardTag tag = vehicle.tag;
    boolean tagGone = tag == null || scene.time.isOlder(tag.lastLaneNanos, GONE_NANOS);
    boolean told = remains && tagGone && isAnotherHeard(vehicle);
    if (!told) {
      vehicle.flags.add(LaneFlags.JOINED_VEHICLES);
    }
    vehicle.onArming = false;
    endings.passed(vehicle);
    if (remains) {
      Vehicle rest = rest(vehicle);
      if (!told) {
        rest.flags.add(LaneFlags.JOINED_VEHICLES);
      }
      if (tag != null && !tagGone) {
        tag.spent = false; // it is still here
      }
    }
  }

  private Vehicle rest(Vehicle of) {
    Vehicle rest = new Vehicle(numbers.next(), of.leftSafetyNanos, true);
    rest.mark(scene.time.now(), "split-from-" + of.number);
    scene.tally.vehicles++;
    queue.addHead(rest);
    return rest;
  }

  private boolean isAnotherHeard(Vehicle vehicle) {
    LaneRules.Identifying rules = scene.rules.identifying();
    for (HeardTag tag : pool.all()) {
      if (tag.bound == null
          && !tag.spent
          && tag.known.usable()
          && Score.of(tag.between(vehicle.leftSafetyNanos, scene.time.now()), rules)
              >= rules.threshold()) {
        return true;
      }
    }
    return false;
  }

  void lost() {
    Vehicle head = queue.head();
    if (head != null && head.crossing) {
      head.flags.add(LaneFlags.LOOP_LOST);
    }
  }
}
