// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Time that moves only when a test advances it; due actions run on the advancing thread. */
public final class SteppedRigClock implements RigClock {

  private static final Instant ORIGIN = Instant.parse("2026-01-01T00:00:00Z");

  private final PriorityQueue<Due> queue =
      new PriorityQueue<>(Comparator.comparingLong(Due::nanos).thenComparingLong(Due::order));
  private long nowNanos;
  private long ordered;

  @Override
  public synchronized long nanos() {
    return nowNanos;
  }

  @Override
  public synchronized Instant instant() {
    return ORIGIN.plusNanos(nowNanos);
  }

  @Override
  public synchronized Task at(long dueNanos, Runnable action) {
    Due due = new Due(Math.max(dueNanos, nowNanos), ordered++, action);
    queue.add(due);
    return () -> remove(due);
  }

  private synchronized void remove(Due due) {
    queue.remove(due);
  }

  /** Lets the time pass; each action that falls due sees exactly the time it was due at. */
  public void advance(Duration step) {
    long untilNanos = nanos() + step.toNanos();
    for (Runnable due = nextUntil(untilNanos); due != null; due = nextUntil(untilNanos)) {
      due.run();
    }
  }

  private synchronized @Nullable Runnable nextUntil(long untilNanos) {
    Due head = queue.peek();
    if (head == null || head.nanos() > untilNanos) {
      nowNanos = untilNanos;
      return null;
    }
    queue.remove();
    nowNanos = head.nanos();
    return head.action();
  }

  private record Due(long nanos, long order, Runnable action) {}
}
