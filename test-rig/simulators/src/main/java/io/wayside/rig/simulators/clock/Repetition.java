// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.clock;

import java.time.Duration;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** An action on a fixed grid of times, re-armed after each run. */
final class Repetition implements RigClock.Task {

  private final RigClock clock;
  private final long periodNanos;
  private final LongConsumer action;
  private long dueNanos;
  private boolean cancelled;
  private RigClock.@Nullable Task next;

  Repetition(RigClock clock, Duration period, LongConsumer action) {
    if (period.isZero() || period.isNegative()) {
      throw new IllegalArgumentException("period " + period + " must be greater than zero");
    }
    this.clock = clock;
    this.periodNanos = period.toNanos();
    this.action = action;
  }

  synchronized Repetition start() {
    dueNanos = clock.nanos() + periodNanos;
    next = clock.at(dueNanos, this::run);
    return this;
  }

  private void run() {
    long due;
    synchronized (this) {
      if (cancelled) {
        return;
      }
      due = dueNanos;
    }
    try {
      action.accept(due);
    } finally {
      rearm();
    }
  }

  private synchronized void rearm() {
    if (cancelled) {
      return;
    }
    long missed = Math.max(0, (clock.nanos() - dueNanos) / periodNanos - 1);
    dueNanos += (missed + 1) * periodNanos;
    next = clock.at(dueNanos, this::run);
  }

  @Override
  public synchronized void cancel() {
    cancelled = true;
    if (next != null) {
      next.cancel();
    }
  }
}
