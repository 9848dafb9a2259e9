// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.watch;

import java.util.ArrayDeque;
import java.util.Deque;

/** Whether an aid is heard, by how often it usually speaks. */
final class TelemetryJudge {

  /** Gaps that are remembered; the median of so many is robust against a third of bad ones. */
  private static final int REMEMBERED = 21;

  private static final int ENOUGH = 7;

  /** One report over two channels, or in two sentences, is one. */
  private static final long TOGETHER = 5 * Span.SECOND;

  private static final long LONGEST_USUAL = Span.DAY;

  private final TelemetryRules rules;
  private final Deque<Long> gaps = new ArrayDeque<>();
  private long usualNanos;
  private long lastNanos;
  private boolean everHeard;
  private Answer<TelemetryState> answer;

  TelemetryJudge(TelemetryRules rules, long nowNanos) {
    this.rules = rules;
    this.usualNanos = rules.usualNanos() > 0 ? rules.usualNanos() : rules.untilLearnedNanos();
    this.lastNanos = nowNanos;
    this.answer = new Answer<>(TelemetryState.SILENT, "nothing was heard of it yet", nowNanos);
  }

  void restore(Answer<TelemetryState> last, long lastHeardNanos) {
    answer = last;
    lastNanos = lastHeardNanos;
    everHeard = true;
  }

  void heard(long nanos) {
    long gap = nanos - lastNanos;
    if (everHeard && gap > TOGETHER) {
      // Silence is no interval: it must not make the aid look like one that speaks seldom.
      if (answer.state() == TelemetryState.HEARD) {
        gaps.addLast(Math.min(gap, LONGEST_USUAL));
        if (gaps.size() > REMEMBERED) {
          gaps.removeFirst();
        }
        learn();
      }
    }
    if (answer.state() != TelemetryState.HEARD) {
      answer = new Answer<>(TelemetryState.HEARD, "heard again", nanos);
    }
    everHeard = true;
    lastNanos = Math.max(lastNanos, nanos);
  }

  Answer<TelemetryState> judge(long nanos) {
    if (answer.state() == TelemetryState.HEARD && nanos - lastNanos >= silentNanos()) {
      answer =
          new Answer<>(
              TelemetryState.SILENT,
              "nothing heard for "
                  + Span.words(nanos - lastNanos)
                  + "; it usually speaks every "
                  + Span.words(usualNanos),
              lastNanos);
    }
    return answer;
  }

  private void learn() {
    if (rules.usualNanos() == 0 && gaps.size() >= ENOUGH) {
      usualNanos = gaps.stream().sorted().skip(gaps.size() / 2).findFirst().orElseThrow();
    }
  }

  long silentNanos() {
    return Math.max(rules.leastNanos(), rules.intervals() * usualNanos);
  }

  /** What was last said so long ago is not known any more. */
  long spreadNanos() {
    return rules.spread() * silentNanos();
  }
}
