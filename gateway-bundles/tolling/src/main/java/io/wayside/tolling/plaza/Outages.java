// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plaza;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * When a lane was without one of its senses. At first it has none. Bounded: the oldest become one
 * that lasted all the while.
 */
final class Outages {

  static final int MOST = 64;

  /** What may be missing. */
  enum Missing {
    ARMING,
    SAFETY,
    READER,
    RADIO
  }

  private static final class Outage {
    final long fromNanos;
    long toNanos = Long.MAX_VALUE;

    Outage(long fromNanos) {
      this.fromNanos = fromNanos;
    }
  }

  private final Map<Missing, Deque<Outage>> all = new EnumMap<>(Missing.class);

  Outages() {
    for (Missing each : Missing.values()) {
      Deque<Outage> outages = new ArrayDeque<>();
      outages.addLast(new Outage(Long.MIN_VALUE));
      all.put(each, outages);
    }
  }

  void found(Missing what, boolean there, long nanos) {
    if (!there) {
      miss(what, nanos);
      return;
    }
    Outage last = of(what).getLast();
    if (last.toNanos == Long.MAX_VALUE) {
      last.toNanos = nanos;
    }
  }

  void miss(Missing what, long nanos) {
    Deque<Outage> outages = of(what);
    if (outages.getLast().toNanos != Long.MAX_VALUE) {
      outages.addLast(new Outage(nanos));
    }
    if (outages.size() > MOST) {
      Outage eldest = outages.removeFirst();
      Outage merged = new Outage(eldest.fromNanos);
      merged.toNanos = outages.removeFirst().toNanos;
      outages.addFirst(merged);
    }
  }

  /** Whether any of them was missing at any time between two. */
  boolean any(Set<Missing> what, long fromNanos, long toNanos) {
    return what.stream()
        .flatMap(each -> of(each).stream())
        .anyMatch(each -> each.fromNanos <= toNanos && each.toNanos >= fromNanos);
  }

  private Deque<Outage> of(Missing what) {
    return all.getOrDefault(what, new ArrayDeque<>(0));
  }
}
