// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

/**
 * Keeps the other lanes told how well tags are heard here, early enough that their word is known
 * when a decision falls; and asks the office of tags that come near.
 */
final class Announcements {

  private static final long EVERY_NANOS = 500_000_000;
  private static final long LEAST_NANOS = 20_000_000;
  private static final double CHANGE = 0.05;

  /** Strength from which the office is asked about a tag. */
  private static final double NEAR = 0.2;

  private final Scene scene;
  private final Queue queue;
  private final Identification identification;

  Announcements(Scene scene, Queue queue, Identification identification) {
    this.scene = scene;
    this.queue = queue;
    this.identification = identification;
  }

  void heard(HeardTag tag) {
    if (tag.spent) {
      return;
    }
    long now = scene.time.now();
    if (tag.lastAnnouncedNanos != 0 && now - tag.lastAnnouncedNanos < LEAST_NANOS) {
      return;
    }
    LaneRules.Identifying rules = scene.rules.identifying();
    HeardTag.Window window = tag.between(now - rules.leadNanos(), now, rules.floorDbm());
    if (scene.officeReachable && tag.known.usable() && !tag.asked && isNear(window)) {
      identification.ask(tag);
    }
    boolean carried = false;
    double score = Score.of(window, rules);
    for (Vehicle vehicle : queue.all()) {
      if (mayCarry(vehicle, tag)) {
        carried = true;
        score = Math.max(score, scoreFor(vehicle, tag));
      }
    }
    if (scene.neighbours != Neighbours.NONE
        && score > 0
        && (Math.abs(score - tag.announced) >= CHANGE || stale(tag))) {
      tag.lastAnnouncedNanos = now;
      tag.announced = score;
      scene.acts.addLast(new LaneAct.Announce(tag.tag, score, carried));
    }
  }

  /** It has the tag, or has none and has not gone yet. */
  private static boolean mayCarry(Vehicle vehicle, HeardTag tag) {
    return vehicle.tag == tag
        || (vehicle.tag == null && !vehicle.crossing && !Abreast.isNot(tag, vehicle));
  }

  /** Over the same time over which another lane scores it for a vehicle of its own. */
  private double scoreFor(Vehicle vehicle, HeardTag tag) {
    LaneRules.Identifying rules = scene.rules.identifying();
    long from = vehicle.identifyNanos - rules.leadNanos();
    return Score.of(tag.between(from, scene.time.now(), rules.floorDbm()), rules);
  }

  private boolean isNear(HeardTag.Window window) {
    double dbm = Math.max(window.laneDbm(), window.approachDbm());
    return Score.strength(dbm, scene.rules.identifying()) >= NEAR;
  }

  private boolean stale(HeardTag tag) {
    return scene.time.isOlder(tag.lastAnnouncedNanos, EVERY_NANOS);
  }
}
