// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the beams said lately: the evidence of who got by without a tap. */
public final class BeamLog {

  /** Several people behind one another. */
  private static final int MOST = 48;

  private static final long KEPT_NANOS = 30_000_000_000L;

  /**
   * A zone's beams changed.
   *
   * @param occupied empty: it cannot be told
   */
  public record Change(Zone zone, Optional<Boolean> occupied, long atNanos) {}

  private final Deque<Change> changes = new ArrayDeque<>();
  private final Map<Zone, Optional<Boolean>> now = new EnumMap<>(Zone.class);

  /** Takes what was heard; said twice it is one change. */
  public void heard(GateEvent.Seen seen) {
    if (seen.occupied().equals(now.put(seen.zone(), seen.occupied()))) {
      return;
    }
    if (changes.size() == MOST) {
      changes.removeFirst();
    }
    changes.addLast(new Change(seen.zone(), seen.occupied(), seen.atNanos()));
  }

  /** The last half minute, the oldest first. */
  public List<Change> until(long nowNanos) {
    return changes.stream().filter(each -> nowNanos - each.atNanos() <= KEPT_NANOS).toList();
  }
}
