// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.journal.outbox.OutboxState;
import io.wayside.journal.outbox.Ranges;
import io.wayside.journal.outbox.Ranges.Range;
import java.util.stream.Collectors;

/**
 * A cursor as a row.
 *
 * @param beyond ranges above {@code through} as {@code 5-7,9-9}
 */
record CursorRow(int destination, String stream, long through, String beyond) {

  static CursorRow of(int destination, OutboxState.Kept kept) {
    return new CursorRow(
        destination,
        kept.stream(),
        kept.through(),
        kept.beyond().stream()
            .map((Range r) -> r.first() + "-" + r.last())
            .collect(Collectors.joining(",")));
  }

  /**
   * What the row says is acknowledged of a stream that has come as far as {@code head}. A part that
   * cannot be read counts as not acknowledged: it will be delivered again.
   */
  Ranges ranges(long head) {
    Ranges ranges = new Ranges(Math.max(0, Math.min(through, head)));
    if (beyond.isEmpty()) {
      return ranges;
    }
    for (String part : beyond.split(",", -1)) {
      int dash = part.indexOf('-');
      try {
        long first = Long.parseLong(part.substring(0, Math.max(0, dash)));
        long last = Long.parseLong(part.substring(dash + 1));
        if (first >= 1 && first <= last && last <= head) {
          ranges.add(first, last);
        }
      } catch (NumberFormatException damaged) {
        return ranges;
      }
    }
    return ranges;
  }
}
