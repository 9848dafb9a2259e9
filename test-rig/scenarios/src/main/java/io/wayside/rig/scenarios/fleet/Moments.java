// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.fleet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Moments at which something happened, in nanoseconds of one clock; safe for several threads. */
final class Moments {

  private static final long SECOND = 1_000_000_000L;

  private long[] nanos = new long[1024];
  private int size;

  synchronized void mark(long nowNanos) {
    if (size == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * size);
    }
    nanos[size++] = nowNanos;
  }

  /** Those at or after a moment, ascending, counted from it. */
  synchronized long[] since(long fromNanos) {
    return Arrays.stream(nanos, 0, size)
        .map(n -> n - fromNanos)
        .filter(n -> n >= 0)
        .sorted()
        .toArray();
  }

  /** How many fell into each second from a moment on, up to the last one. */
  List<Integer> perSecond(long fromNanos) {
    List<Integer> counts = new ArrayList<>();
    for (long after : since(fromNanos)) {
      int second = (int) (after / SECOND);
      while (counts.size() <= second) {
        counts.add(0);
      }
      counts.set(second, counts.get(second) + 1);
    }
    return counts;
  }

  /** The most within any second from a moment on, wherever it begins. */
  int busiestSecond(long fromNanos) {
    long[] sorted = since(fromNanos);
    int most = 0;
    for (int first = 0, last = 0; last < sorted.length; last++) {
      while (sorted[last] - sorted[first] >= SECOND) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }
}
