// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plaza;

import io.wayside.tolling.lane.LaneAct;
import io.wayside.tolling.lane.LaneOutcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Vehicles of this lane that did not pass with a tag that was surely their own: each of them may
 * have had one that was not heard here. Bounded; what is not known is somebody.
 */
final class Strangers {

  static final int MOST = 256;

  private record Stay(long fromNanos, long toNanos) {}

  private final Map<Long, Long> here = new LinkedHashMap<>();
  private final Deque<Stay> gone = new ArrayDeque<>();
  private long sinceNanos = Long.MIN_VALUE;

  /** Nothing is known of what was before. */
  void begin(long nanos) {
    sinceNanos = Math.max(sinceNanos, nanos);
  }

  void observe(LaneAct act, long nowNanos) {
    if (act instanceof LaneAct.Photograph picture) { // who never came over the arming loop too
      here.putIfAbsent(picture.vehicle(), nowNanos);
      if (here.size() > MOST) {
        here.remove(here.keySet().iterator().next());
        begin(nowNanos);
      }
    } else if (act instanceof LaneAct.Write write
        && !(write.outcome() instanceof LaneOutcome.Grant)) {
      ended(write.outcome());
    }
  }

  private void ended(LaneOutcome outcome) {
    here.remove(outcome.evidence().vehicle());
    if (!hadItsOwn(outcome)) {
      gone.addLast(new Stay(outcome.evidence().beganNanos(), outcome.evidence().endedNanos()));
    }
    if (gone.size() > MOST) {
      begin(gone.removeFirst().toNanos());
    }
  }

  private static boolean hadItsOwn(LaneOutcome outcome) {
    return outcome instanceof LaneOutcome.Passage passage
        && switch (passage.terms()) {
          case CHARGED, FREE, TICKET, ENTRY -> true;
          case MANUAL, FORCED_OPEN, REVIEW, VIOLATION -> false;
        };
  }

  /** Whether one may have been there at any time between two. */
  boolean any(long fromNanos, long toNanos) {
    return fromNanos < sinceNanos
        || here.values().stream().anyMatch(came -> came <= toNanos)
        || gone.stream()
            .anyMatch(stay -> stay.fromNanos() <= toNanos && stay.toNanos() >= fromNanos);
  }
}
