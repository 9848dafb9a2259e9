// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import org.jspecify.annotations.Nullable;

/**
 * A tag that answers so seldom that it was not heard as its vehicle came: of the first in the lane,
 * who stands, it is heard on and on. It opens where it is the only one and no other lane hears it,
 * and is not charged before all lanes have been asked about it and it has been silent since.
 */
final class Seldom {

  private static final long STANDS_NANOS = 4_000_000_000L;

  /** So long after the vehicle came the tag was heard at last; later it may be anybody's. */
  private static final long LATEST_NANOS = 5_000_000_000L;

  private static final long WITHIN_NANOS = 6_000_000_000L;
  private static final long LATELY_NANOS = 1_000_000_000L;
  private static final int REPLIES = 8;

  /** In so many tenths of a second of them. */
  private static final int APART = 5;

  private final Scene scene;
  private final Queue queue;
  private final TagPool pool;

  Seldom(Scene scene, Queue queue, TagPool pool) {
    this.scene = scene;
    this.queue = queue;
    this.pool = pool;
  }

  /** The only tag heard so, of a vehicle for which nothing else is heard. */
  @Nullable HeardTag of(Vehicle vehicle, Ranking ranking) {
    if (scene.rules.alone() != LaneRules.Alone.LATER
        || scene.neighbours == Neighbours.NONE
        || vehicle != queue.head()
        || !vehicle.head
        || !scene.time.passed(vehicle.beganNanos, STANDS_NANOS)) {
      return null;
    }
    HeardTag only = null;
    for (HeardTag tag : pool.all()) {
      if (isHeard(tag, vehicle)) {
        if (only != null) {
          return null;
        }
        only = tag;
      }
    }
    return only != null && ranking.hasNoOther(only) ? only : null;
  }

  private boolean isHeard(HeardTag tag, Vehicle vehicle) {
    long now = scene.time.now();
    long from = LaneTime.later(vehicle.headNanos, now - WITHIN_NANOS);
    if (tag.bound != null
        || tag.spent
        || !tag.heardInLane
        || !tag.known.usable()
        || tag.isOfOneAhead(vehicle)
        || tag.firstNanos - (vehicle.beganNanos - LATEST_NANOS) < 0
        || tag.firstLaneNanos - (vehicle.beganNanos + LATEST_NANOS) > 0
        || scene.time.isOlder(tag.lastLaneNanos, LATELY_NANOS)) {
      return false;
    }
    HeardTag.Window window = tag.between(from, now, scene.rules.identifying().floorDbm());
    return window.lane() >= REPLIES
        && window.heard() >= APART
        && window.approach() == 0
        && Abreast.is(tag, vehicle)
        && isOfNobodyBehind(tag, vehicle);
  }

  /** Who is behind has a tag of his own, or came when this one was in the lane already. */
  private boolean isOfNobodyBehind(HeardTag tag, Vehicle vehicle) {
    Vehicle behind = queue.behind(vehicle);
    while (behind != null) {
      if (behind.tag == null && !tag.isOfOneAhead(behind)) {
        return false;
      }
      behind = queue.behind(behind);
    }
    return true;
  }
}
