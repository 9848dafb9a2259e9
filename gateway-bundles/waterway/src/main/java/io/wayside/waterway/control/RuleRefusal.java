// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import java.time.Duration;

/**
 * What the lantern would not do for a rule; it is asked again after a while that doubles.
 *
 * @param words the lantern's own, of the last time
 * @param times how often in a row
 * @param againNanos when it is asked next
 */
public record RuleRefusal(Standing standing, String words, int times, long againNanos) {

  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 5;

  static RuleRefusal first(Standing standing, String words, long nowNanos) {
    return new RuleRefusal(standing, words, 1, nowNanos + FIRST.toNanos());
  }

  RuleRefusal again(Standing same, String newWords, long nowNanos) {
    long wait = FIRST.toNanos() << Math.min(times, MOST_DOUBLINGS);
    return new RuleRefusal(same, newWords, times + 1, nowNanos + wait);
  }

  boolean isOf(Standing wanted) {
    return standing.sameOrder(wanted);
  }
}
