// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.loop;

import java.util.List;

/**
 * A step in settling what the two loops saw: which presences belong to one event.
 *
 * @param lead presences of the lead loop it takes
 * @param trail presences of the trail loop it takes
 */
record Move(Kind kind, List<Pulse> lead, List<Pulse> trail, double cost) {

  /** What the presences are together. */
  enum Kind {
    FORWARD,
    BACKWARD,
    WITHIN,
    LEAD_ALONE,
    TRAIL_ALONE,
    /** One presence on one loop, two on the other. */
    ONE_AND_TWO,
    /** Two presences of one loop round one of the other: in and out again. */
    IN_AND_OUT
  }

  Move {
    lead = List.copyOf(lead);
    trail = List.copyOf(trail);
  }

  boolean clean() {
    return kind == Kind.FORWARD && cost < Fit.CLEAN;
  }

  /** A vehicle that went forward and was over both loops at once: nothing else can be it. */
  boolean spans() {
    return kind == Kind.FORWARD && lead.get(0).overlaps(trail.get(0));
  }

  long lastNanos() {
    return Math.max(last(lead), last(trail));
  }

  long firstNanos() {
    return Math.min(first(lead), first(trail));
  }

  private static long last(List<Pulse> pulses) {
    return pulses.isEmpty() ? Long.MIN_VALUE : pulses.get(pulses.size() - 1).offNanos();
  }

  private static long first(List<Pulse> pulses) {
    return pulses.isEmpty() ? Long.MAX_VALUE : pulses.get(0).onNanos();
  }
}
