// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.displayline;

import java.time.Duration;
import java.util.List;

/** What stands on a display at a moment: each text in its turn, and none after the lease. */
final class BoardTurns {

  private final BoardLayout layout;
  private final long turnNanos;
  private List<String> texts = List.of();
  private List<List<String>> pages = List.of();
  private long sinceNanos;
  private long untilNanos;

  BoardTurns(BoardLayout layout, Duration turn) {
    this.layout = layout;
    this.turnNanos = turn.toNanos();
  }

  /** The same texts again keep their turn. */
  synchronized void show(List<String> now, Duration lease, long nanos) {
    if (!now.equals(texts)) {
      texts = List.copyOf(now);
      pages = texts.stream().map(layout::of).distinct().toList();
      sinceNanos = nanos;
    }
    untilNanos = nanos + lease.toNanos();
  }

  /** The rows; none: dark. */
  synchronized List<String> rows(long nanos) {
    if (pages.isEmpty() || nanos - untilNanos >= 0) {
      return List.of();
    }
    return pages.get((int) ((nanos - sinceNanos) / turnNanos % pages.size()));
  }
}
