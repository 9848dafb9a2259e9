// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import java.util.Arrays;

/** How long things took since it was asked last; of very many a recent part. */
final class Delays {

  private static final int MOST = 4_096;

  private final long[] nanos = new long[MOST];
  private long count;

  void add(long delayNanos) {
    nanos[(int) (count++ % MOST)] = delayNanos;
  }

  /** In milliseconds; NaN without any. */
  double quantileMs(double share) {
    int kept = (int) Math.min(count, MOST);
    if (kept == 0) {
      return Double.NaN;
    }
    long[] sorted = Arrays.copyOf(nanos, kept);
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(share * kept) - 1;
    return sorted[Math.max(0, rank)] / 1e6;
  }

  void clear() {
    count = 0;
  }
}
