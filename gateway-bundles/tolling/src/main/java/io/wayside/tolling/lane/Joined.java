// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

/**
 * Two vehicles so close that the arming loop was one to them: something has left the safety loop,
 * and something is still on the arming loop, or has left it since. A trailer is no second vehicle:
 * its drawbar stays in the curtain, or its gap is short.
 */
final class Joined {

  /** A curtain free for a shorter time was not between two vehicles. */
  static final long CURTAIN_GAP_NANOS = 80_000_000;

  /** A tag not heard for so long, where it was heard well before, has gone. */
  private static final long GONE_NANOS = 500_000_000;

  private final Scene scene;
  private final Queue queue;
  private final Endings endings;
  private final Numbers numbers;
  private final Leaving leaving;

  Joined(Scene scene, Queue queue, Endings endings, Numbers numbers, Leaving leaving) {
    this.scene = scene;
    this.queue = queue;
    this.endings = endings;
    this.numbers = numbers;
    this.leaving = leaving;
  }

  /** Whether enough is known to say that the vehicle that was on the safety loop has passed. */
  boolean isOver(Vehicle vehicle) {
    long split = scene.rules.passing().splitNanos();
    boolean waited = scene.time.passed(vehicle.leftSafetyNanos, split);
    if (!seesGaps()) {
      return waited;
    }
    if (!scene.detectors.knownFree(Detector.CURTAIN)) {
      return scene.time.passed(vehicle.leftSafetyNanos, 4 * split); // a drawbar that stands there
    }
    return waited || isTagGone(vehicle);
  }

  /** Whether what rises on the safety loop now is another than what fell from it. */
  boolean isAnother(Vehicle vehicle) {
    if (!seesGaps()) {
      return scene.time.isOlder(vehicle.leftSafetyNanos, scene.rules.passing().trailerNanos());
    }
    if (!scene.detectors.fellAfter(Detector.CURTAIN, vehicle.crossedNanos)) {
      return false;
    }
    long fell = scene.detectors.fell(Detector.CURTAIN);
    long until =
        scene.detectors.knownFree(Detector.CURTAIN)
            ? scene.time.now()
            : scene.detectors.rose(Detector.CURTAIN);
    return until - fell >= CURTAIN_GAP_NANOS;
  }

  private boolean seesGaps() {
    return scene.layout.curtain() && scene.detectors.known(Detector.CURTAIN);
  }

  /**
   * Ends the one that passed and begins the one that did not. The one that passed was the one with
   * the tag only if its tag went with it. The other is for a person to look at in any case.
   */
  Vehicle split(Vehicle vehicle) {
    if (leaving.hasStayed(vehicle)) {
      leaving.another(vehicle);
      return vehicle;
    }
    HeardTag tag = vehicle.tag;
    boolean told = isTagGone(vehicle);
    boolean there = vehicle.onArming;
    if (!told) {
      vehicle.flags.add(LaneFlags.JOINED_VEHICLES);
    }
    vehicle.onArming = false;
    endings.passed(vehicle);
    Vehicle rest = new Vehicle(numbers.next(), vehicle.leftSafetyNanos, true);
    rest.split = true;
    rest.onArming = there;
    rest.leftArmingNanos = scene.time.now();
    rest.mark(scene.time.now(), "split-from-" + vehicle.number);
    rest.flags.add(LaneFlags.JOINED_VEHICLES); // whose tag is whose behind it cannot be told
    if (!told && tag != null) {
      tag.spent = false; // it is still here
    }
    scene.tally.vehicles++;
    queue.addHead(rest);
    return rest;
  }

  boolean isTagGone(Vehicle vehicle) {
    HeardTag tag = vehicle.tag;
    return tag == null || scene.time.passed(tag.lastLaneNanos, GONE_NANOS);
  }
}
