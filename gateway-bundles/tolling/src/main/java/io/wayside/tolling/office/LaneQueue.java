// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office;

import io.wayside.core.record.JournalRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What waits of one lane, the oldest first, and what is known of the last request. */
final class LaneQueue {

  private final String stream;
  private final Deque<JournalRecord> waiting = new ArrayDeque<>();
  private int doubtful;
  private int failures;
  private long notBeforeNanos = Long.MIN_VALUE;

  LaneQueue(String stream) {
    this.stream = stream;
  }

  void add(JournalRecord record) {
    waiting.add(record);
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  int size() {
    return waiting.size();
  }

  Optional<JournalRecord> oldest() {
    return Optional.ofNullable(waiting.peek());
  }

  /** The first records, at most so many; fewer after failures, so that one of them is found. */
  LaneRange range(int most) {
    int now = Math.max(1, Math.min(most, most >> Math.min(failures, 30)));
    return head(doubtful > 0 ? doubtful : now);
  }

  private LaneRange head(int many) {
    List<JournalRecord> records = new ArrayList<>();
    for (JournalRecord record : waiting) {
      if (records.size() == many) {
        break;
      }
      records.add(record);
    }
    return new LaneRange(stream, records);
  }

  /** Whether the first records were sent and nobody knows what became of them. */
  boolean isDoubtful() {
    return doubtful > 0;
  }

  /** Of the first records nothing is known. */
  void doubt(int many) {
    doubtful = many;
  }

  /**
   * Takes out what was settled, up to the first that was not: a later one may not overtake it.
   *
   * @return what was taken out, with what was said of it
   */
  Map<JournalRecord, Settled> settle(List<Settled> said) {
    Map<Long, Settled> byNumber = new HashMap<>();
    said.forEach(settled -> byNumber.put(settled.number(), settled));
    Map<JournalRecord, Settled> out = new java.util.LinkedHashMap<>();
    while (!waiting.isEmpty()) {
      Settled settled = byNumber.get(waiting.element().id().sequence());
      if (settled == null) {
        break;
      }
      out.put(waiting.remove(), settled);
    }
    doubtful = 0;
    return out;
  }

  void failed(long untilNanos) {
    failures++;
    notBeforeNanos = untilNanos;
  }

  void worked() {
    failures = 0;
    notBeforeNanos = Long.MIN_VALUE;
  }

  int failures() {
    return failures;
  }

  long notBeforeNanos() {
    return notBeforeNanos;
  }
}
