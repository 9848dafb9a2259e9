// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.fleet;

import java.util.Arrays;

/** How long records took from their draft to the receiver, to the millisecond, up to a minute. */
final class Delays {

  private static final int MOST_MS = 60_000;

  private final long[] counts = new long[MOST_MS + 1];
  private long size;

  synchronized void add(long nanos) {
    counts[(int) Math.max(0, Math.min(nanos / 1_000_000, MOST_MS))]++;
    size++;
  }

  synchronized void clear() {
    Arrays.fill(counts, 0);
    size = 0;
  }

  synchronized long size() {
    return size;
  }

  /** The time within which a share of the records came, rounded up to the millisecond. */
  synchronized int withinMs(double share) {
    long wanted = (long) Math.ceil(share * size);
    long seen = 0;
    for (int ms = 0; ms <= MOST_MS; ms++) {
      seen += counts[ms];
      if (seen >= wanted) {
        return ms + 1;
      }
    }
    return MOST_MS;
  }
}
