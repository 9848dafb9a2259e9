// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/** When vehicles were over one loop, in samples; the last few. */
final class Presence {

  /**
   * A vehicle over the loop.
   *
   * @param on first sample
   * @param off when it left; infinite while it is there
   */
  record Stay(double on, double off) {

    boolean isOver() {
      return off < Double.POSITIVE_INFINITY;
    }
  }

  private static final int MOST = 64;

  private final Loop loop;
  private final Deque<Stay> stays = new ArrayDeque<>();
  private boolean active;
  private int steady;
  private boolean moved;

  Presence(Loop loop) {
    this.loop = loop;
  }

  Loop loop() {
    return loop;
  }

  /** A sample of the loop's channel. */
  void sample(double reading, long number, int debounce) {
    boolean over = reading > loop.threshold();
    if (over == active) {
      steady = 0;
    } else if (++steady >= debounce) {
      change(over, (double) (number - steady + 1));
      steady = 0;
    }
  }

  void change(boolean over, double at) {
    if (over == active) {
      return;
    }
    active = over;
    moved = true;
    if (over) {
      stays.addLast(new Stay(at, Double.POSITIVE_INFINITY));
      if (stays.size() > MOST) {
        stays.removeFirst();
      }
    } else if (!stays.isEmpty()) {
      stays.addLast(new Stay(stays.removeLast().on, at));
    }
  }

  /** Whether it changed since this was last asked. */
  boolean movedSinceAsked() {
    boolean was = moved;
    moved = false;
    return was;
  }

  /** The stay that something over the loop at this time belongs to. */
  Optional<Stay> at(double time, double tolerance) {
    Stay best = null;
    double least = tolerance;
    for (Iterator<Stay> recent = stays.descendingIterator(); recent.hasNext(); ) {
      Stay stay = recent.next();
      double outside = Math.max(0, Math.max(stay.on - time, time - stay.off));
      if (outside <= least) {
        least = outside;
        best = stay;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The last stay that began before this time. */
  Optional<Stay> latest(double time) {
    for (Iterator<Stay> recent = stays.descendingIterator(); recent.hasNext(); ) {
      Stay stay = recent.next();
      if (stay.on <= time) {
        return Optional.of(stay);
      }
    }
    return Optional.empty();
  }

  /** The same stay as it is by now; as it was when it is long forgotten. */
  Stay now(Stay known) {
    return stays.stream().filter(stay -> stay.on == known.on).findFirst().orElse(known);
  }

  /** Forgets what is over; samples were lost. */
  void forget() {
    stays.clear();
    active = false;
    steady = 0;
  }
}
