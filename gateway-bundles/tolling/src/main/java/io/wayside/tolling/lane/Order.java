// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import org.jspecify.annotations.Nullable;

/**
 * Whether the vehicle on the safety loop can be another than the first of the queue. It can when
 * the first was on neither loop for a while and another has come over the arming loop since: the
 * first may have gone back. Its tag, still heard in the lane after the other came, rules that out.
 */
final class Order {

  private static final long FRESH_NANOS = 1_500_000_000L;

  private Order() {}

  static void check(Vehicle vehicle, @Nullable Vehicle behind, Scene scene) {
    if (behind == null
        || vehicle.onArming
        || !scene.time.isOlder(vehicle.leftArmingNanos, scene.rules.passing().directNanos())) {
      return;
    }
    HeardTag tag = vehicle.tag;
    boolean heardHere =
        tag != null
            && tag.heardInLane
            && tag.lastLaneNanos - behind.beganNanos >= 0
            && !scene.time.isOlder(tag.lastLaneNanos, FRESH_NANOS);
    if (!heardHere) {
      vehicle.flags.add(LaneFlags.ORDER_IN_DOUBT);
    }
  }
}
