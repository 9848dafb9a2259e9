// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.heard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Of several sentences in which one instrument says the same in different ways, the best that it
 * sends. A worse one counts again when the better has not come for a while.
 */
final class Preference {

  private static final long FORGOTTEN_NANOS = 10_000_000_000L;

  /** There are 1,296 talkers; a wire with more is rubbish that happens to fit its check sums. */
  private static final int MOST = 64;

  private record Best(int rank, long nanos) {}

  private final List<String> bestFirst;
  private final Map<String, Best> byTalker = new HashMap<>();

  Preference(String... bestFirst) {
    this.bestFirst = List.of(bestFirst);
  }

  /** Whether this sentence counts. */
  boolean takes(String talker, String formatter, long nanos) {
    int rank = bestFirst.indexOf(formatter);
    Best best = byTalker.get(talker);
    if (best != null && rank > best.rank() && nanos - best.nanos() <= FORGOTTEN_NANOS) {
      return false;
    }
    if (best == null && byTalker.size() >= MOST) {
      byTalker.clear();
    }
    byTalker.put(talker, new Best(rank, nanos));
    return true;
  }
}
