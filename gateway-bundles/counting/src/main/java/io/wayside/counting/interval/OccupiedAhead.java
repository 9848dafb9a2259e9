// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.interval;

import java.util.ArrayDeque;

/**
 * Stretches in which the place was occupied, in order, until their time is settled. Neighbours that
 * touch become one, so that a line that stays occupied needs no room.
 */
final class OccupiedAhead {

  private final ArrayDeque<Stretch> waiting = new ArrayDeque<>();
  private final int most;

  private record Stretch(long from, long to) {}

  /**
   * Nothing yet.
   *
   * @param most stretches that are kept apart; beyond it the last becomes longer
   */
  OccupiedAhead(int most) {
    this.most = most;
  }

  void add(long fromNanos, long toNanos) {
    long from = fromNanos;
    Stretch last = waiting.peekLast();
    if (last != null && (from <= last.to() || waiting.size() >= most)) {
      waiting.removeLast();
      from = last.from();
    }
    if (toNanos > from) {
      waiting.addLast(new Stretch(from, toNanos));
    }
  }

  /** How much of the time before a moment was occupied, each part of it told once. */
  long takeUntil(long nanos) {
    long taken = 0;
    while (!waiting.isEmpty() && waiting.peekFirst().from() < nanos) {
      Stretch first = waiting.removeFirst();
      taken += Math.min(first.to(), nanos) - first.from();
      if (first.to() > nanos) {
        waiting.addFirst(new Stretch(nanos, first.to()));
      }
    }
    return taken;
  }
}
