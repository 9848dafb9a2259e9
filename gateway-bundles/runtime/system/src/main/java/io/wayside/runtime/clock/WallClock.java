// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Wall time along the monotonic clock. Between steps the two run side by side; a step begins a new
 * stretch, and a moment before it keeps the wall time it had.
 */
public final class WallClock {

  /** A smaller difference between two looks is slewing or scheduling, not a step. */
  public static final Duration STEP = Duration.ofMillis(500);

  /** Moments before the oldest remembered stretch are counted back from it. */
  private static final int REMEMBERED = 16;

  private final Deque<Stretch> stretches = new ArrayDeque<>();
  private final List<Step> unread = new ArrayList<>();

  /** Wall time minus monotonic time, from a moment on. */
  private record Stretch(long fromNanos, long offsetNanos) {}

  /** The wall clock jumped; forward when positive. */
  public record Step(long monotonicNanos, Instant before, Instant after) {
    public Duration size() {
      return Duration.between(before, after);
    }
  }

  /** Takes a look at both clocks. */
  public synchronized void observe(long monotonicNanos, Instant wall) {
    long offset = nanos(wall) - monotonicNanos;
    Stretch last = stretches.peekLast();
    if (last == null) {
      stretches.addLast(new Stretch(monotonicNanos, offset));
      return;
    }
    if (monotonicNanos < last.fromNanos()) {
      return; // a look that was overtaken by another thread's
    }
    if (Math.abs(offset - last.offsetNanos()) > STEP.toNanos()) {
      Instant expected = instant(monotonicNanos + last.offsetNanos());
      remember(unread, new Step(monotonicNanos, expected, wall));
      stretches.addLast(new Stretch(monotonicNanos, offset));
      if (stretches.size() > REMEMBERED) {
        stretches.removeFirst();
      }
    } else {
      stretches.removeLast();
      stretches.addLast(new Stretch(last.fromNanos(), offset));
    }
  }

  private static void remember(List<Step> steps, Step step) {
    if (steps.size() == REMEMBERED) {
      steps.remove(0);
    }
    steps.add(step);
  }

  /** The wall time a moment had. */
  public synchronized Instant at(long monotonicNanos) {
    Stretch stretch = stretches.getFirst();
    for (Stretch next : stretches) {
      if (next.fromNanos() <= monotonicNanos) {
        stretch = next;
      }
    }
    return instant(monotonicNanos + stretch.offsetNanos());
  }

  /** Whether the clock stepped since; then nothing that is known of it now is true of then. */
  public synchronized boolean steppedSince(long monotonicNanos) {
    return stretches.size() > 1 && monotonicNanos < stretches.getLast().fromNanos();
  }

  /** Steps seen and not yet told. */
  public synchronized List<Step> takeSteps() {
    List<Step> steps = List.copyOf(unread);
    unread.clear();
    return steps;
  }

  private static long nanos(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
  }

  private static Instant instant(long nanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
  }
}
