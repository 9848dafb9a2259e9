// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import org.jspecify.annotations.Nullable;

/**
 * A car that rolls back off the arming loop and comes again is two to the loop, and one of the two
 * is never heard: whoever is behind it would wait for nobody. That may be the same car, or the next
 * when that one has passed. A car without a tag that is followed sounds the same until one has
 * passed. So where no two have been seen to stand between the loops, the one with the tag may pass,
 * and is not charged before its tag has been silent since: of one that stands on it is heard.
 */
final class CameAgain {

  private static final long MS = 1_000_000;

  /** Both are off the arming loop for so long, and the first is still not heard. */
  private static final long STANDS_NANOS = 4_000 * MS;

  /** Who is off the arming loop so long before the one ahead crosses has stood behind it. */
  private static final long BEHIND_NANOS = 2_000 * MS;

  private static final long LATELY_NANOS = 500 * MS;

  private final Scene scene;
  private final Queue queue;
  private boolean roomForTwo;

  CameAgain(Scene scene, Queue queue) {
    this.scene = scene;
    this.queue = queue;
  }

  /** The one behind, if the first in the queue is taken to be the same. */
  @Nullable Vehicle insteadOf(Vehicle first) {
    Vehicle second = queue.behind(first);
    return canAskLater()
            && !roomForTwo
            && first == queue.head()
            && isUnheard(first)
            && second != null
            && isThere(second, first)
            && scene.time.passed(second.leftArmingNanos, STANDS_NANOS)
        ? second
        : null;
  }

  private boolean canAskLater() {
    return scene.rules.alone() == LaneRules.Alone.LATER && scene.neighbours != Neighbours.NONE;
  }

  private static boolean isUnheard(Vehicle first) {
    return first.armed
        && first.between()
        && first.tag == null
        && first.verdict == null
        && !first.refused
        && first.hold.equals(Notices.NO_TAG);
  }

  /**
   * With a tag that was about when the first was on the arming loop, or the first came behind
   * another, who may have come twice.
   */
  private boolean isThere(Vehicle second, Vehicle first) {
    HeardTag tag = second.tag;
    return second.between()
        && second.approved()
        && tag != null
        && (first.ahead || tag.firstNanos - first.leftArmingNanos < 0)
        && !scene.time.isOlder(tag.lastLaneNanos, LATELY_NANOS);
  }

  /** It has passed with its tag: whether another, who passes with his, stood behind it. */
  void proven(Vehicle passed) {
    roomForTwo |= passed.stoodBehind;
    Vehicle next = queue.behind(passed);
    if (next != null
        && next.armed
        && next.between()
        && passed.crossedNanos - next.leftArmingNanos >= BEHIND_NANOS) {
      next.stoodBehind = true;
    }
  }
}
