// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether it is proven that nobody is in the lane, as a change of its direction needs. Where a
 * vehicle can stand between the loops and be on neither, what was not followed from one loop to the
 * other may stand there: then only a long rest proves it.
 */
final class Emptiness {

  private static final List<Detector> LOOPS = List.of(Detector.ARMING, Detector.SAFETY);

  private final Scene scene;
  private final Queue queue;
  private final InStep step;

  /** Somebody may have come to stand between the loops then. */
  private long unseenNanos;

  private boolean begun;

  Emptiness(Scene scene, Queue queue, InStep step) {
    this.scene = scene;
    this.queue = queue;
    this.step = step;
  }

  /** Looks, at each event. */
  void run() {
    boolean unfollowed = !begun || !scene.loopsKnown() || isCrossedByNobodyKnown();
    begun = true;
    if (unfollowed) {
      unseenNanos = scene.time.now();
    }
  }

  /** On the safety loop, and was never on the arming loop: it may be on its way in. */
  private boolean isCrossedByNobodyKnown() {
    Vehicle head = queue.head();
    return head != null && head.crossing && head.violation == LaneOutcome.Violation.UNSEEN;
  }

  /** Why it is not proven; null when it is. */
  @Nullable String doubt() {
    if (!queue.isEmpty()) {
      return "a vehicle is in the lane";
    }
    for (Detector loop : LOOPS) {
      if (!scene.detectors.knownFree(loop)) {
        return "the lane is not known to be empty: " + loop + " is occupied, or is not heard";
      }
    }
    if (!scene.clearToLower()) {
      return "the lane is not known to be empty: the curtain is broken, or is not heard";
    }
    if (scene.detectors.knownOccupied(Detector.CLASSING)) {
      return "the lane is not known to be empty: the classing loop is occupied";
    }
    if (step.isLost()) {
      return "somebody may stand in the lane of whom it knows nothing (order-in-doubt): it is empty"
          + " when its loops have been free for "
          + InStep.QUIET_NANOS / 1_000_000_000L
          + " s";
    }
    if (scene.layout.standingRoom() && !scene.time.isOlder(unseenNanos, InStep.QUIET_NANOS)) {
      return "somebody whom the lane has not followed may stand between its loops: it is empty when"
          + " nobody was seen for "
          + InStep.QUIET_NANOS / 1_000_000_000L
          + " s";
    }
    return null;
  }
}
