// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.loop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Puts edges of several channels in the order of their causes: drivers speak on threads of their
 * own, and channels have delays of their own. Holds edges for a short window; bounded.
 */
public final class EdgeOrder {

  private static final int MOST_HELD = 4096;

  private final long windowNanos;
  private final PriorityQueue<Edge> held =
      new PriorityQueue<>(Comparator.comparingLong(Edge::nanos));
  private long releasedNanos = Long.MIN_VALUE;
  private long late;

  /**
   * An order with a window.
   *
   * @param windowNanos how much later than another an edge may come in and still find its place
   */
  public EdgeOrder(long windowNanos) {
    this.windowNanos = windowNanos;
  }

  /** Takes an edge in; one that comes too late takes the earliest moment that is still open. */
  public void add(Edge edge) {
    if (edge.nanos() < releasedNanos) {
      late++;
      held.add(new Edge(edge.port(), releasedNanos, edge.on()));
    } else {
      held.add(edge);
    }
  }

  /** The edges whose place is settled now, in order. */
  public List<Edge> release(long nowNanos) {
    List<Edge> settled = new ArrayList<>();
    long until = nowNanos - windowNanos;
    while (!held.isEmpty() && (held.peek().nanos() <= until || held.size() > MOST_HELD)) {
      settled.add(held.remove());
    }
    long reached = settled.isEmpty() ? until : settled.get(settled.size() - 1).nanos();
    releasedNanos = Math.max(releasedNanos, Math.max(until, reached));
    return settled;
  }

  /** Up to when everything was released. */
  public long releasedNanos() {
    return releasedNanos;
  }

  /** Edges that came too late for their place. */
  public long late() {
    return late;
  }
}
