// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.LongConsumer;

/** What is due later, in the order of time, and of asking where times are equal. */
final class Agenda {

  private record Due(long nanos, long order, LongConsumer what) {}

  private final PriorityQueue<Due> waiting =
      new PriorityQueue<>(Comparator.comparingLong(Due::nanos).thenComparingLong(Due::order));
  private long order;

  void at(long nanos, LongConsumer what) {
    waiting.add(new Due(nanos, order++, what));
  }

  /** When the first is due. */
  long soonest() {
    return waiting.isEmpty() ? Long.MAX_VALUE : waiting.element().nanos();
  }

  void runFirst() {
    Due due = waiting.remove();
    due.what().accept(due.nanos());
  }
}
