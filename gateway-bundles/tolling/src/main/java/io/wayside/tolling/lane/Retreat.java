// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import org.jspecify.annotations.Nullable;

/**
 * Whether a vehicle that left the arming loop left it backwards. A loop cannot tell, but a tag can:
 * one that was heard in the lane and is now heard on the approach alone has gone back.
 */
final class Retreat {

  private static final long MS = 1_000_000;
  private static final long LATELY_NANOS = 500 * MS;
  private static final long SETTLE_NANOS = 200 * MS;
  private static final int ENOUGH = 4;
  private static final int CLEARLY = 6;

  private final Scene scene;
  private final TagPool pool;

  Retreat(Scene scene, TagPool pool) {
    this.scene = scene;
    this.pool = pool;
  }

  /** It is on neither loop, and has been seen behind them. */
  boolean hasGoneBack(Vehicle vehicle) {
    return vehicle.between()
        && scene.time.passed(vehicle.leftArmingNanos, SETTLE_NANOS)
        && isBehindTheLoop(vehicle);
  }

  boolean isBehindTheLoop(Vehicle vehicle) {
    return tag(vehicle) != null;
  }

  /** The tag of a vehicle that is heard on the approach, and in the lane no more. */
  @Nullable HeardTag tag(Vehicle vehicle) {
    if (!vehicle.armed || vehicle.crossing) {
      return null;
    }
    if (vehicle.tag != null) {
      return isOnApproach(vehicle.tag) ? vehicle.tag : null;
    }
    for (HeardTag tag : pool.all()) {
      if (mayBeOf(tag) && isOnApproach(tag) && wasWith(tag, vehicle) && !isAnotherAhead(tag)) {
        return tag;
      }
    }
    return null;
  }

  private static boolean mayBeOf(HeardTag tag) {
    return tag.bound == null && !tag.spent;
  }

  /** A tag that is heard better, and in the lane: rather the vehicle's own than one behind it. */
  private boolean isAnotherAhead(HeardTag tag) {
    double behindDbm = lately(tag).approachDbm();
    for (HeardTag other : pool.all()) {
      if (other != tag && mayBeOf(other) && other.known.usable()) {
        HeardTag.Window lately = lately(other);
        if (lately.lane() >= ENOUGH && lately.laneDbm() > behindDbm) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isOnApproach(HeardTag tag) {
    HeardTag.Window lately = lately(tag);
    return lately.approach() >= ENOUGH
        && lately.approach() > 2 * lately.lane()
        && lately.approachDbm() > lately.laneDbm();
  }

  /**
   * One that was not accepted may be of the car behind, but that one is heard ever better in the
   * lane. This one came with the vehicle and was heard in the lane while it was on the loop; since
   * it left, of the replies at the approach one would expect some in the lane, and there are
   * clearly fewer.
   */
  private boolean wasWith(HeardTag tag, Vehicle vehicle) {
    long since = vehicle.leftArmingNanos + SETTLE_NANOS;
    if (tag.firstNanos - (vehicle.beganNanos - SETTLE_NANOS) > 0
        || !scene.time.isOlder(since, LATELY_NANOS)) {
      return false;
    }
    HeardTag.Window then = between(tag, vehicle.beganNanos, vehicle.leftArmingNanos);
    HeardTag.Window now = between(tag, since, scene.time.now());
    double expected = (double) now.approach() * then.lane() / Math.max(1, then.approach());
    return expected >= CLEARLY && 3 * now.lane() <= expected;
  }

  private HeardTag.Window lately(HeardTag tag) {
    long now = scene.time.now();
    return between(tag, now - LATELY_NANOS, now);
  }

  private HeardTag.Window between(HeardTag tag, long fromNanos, long toNanos) {
    return tag.between(fromNanos, toNanos, scene.rules.identifying().floorDbm());
  }
}
