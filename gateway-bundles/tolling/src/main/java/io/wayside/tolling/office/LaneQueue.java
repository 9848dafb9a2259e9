// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office;

import io.wayside.core.journal.JournalException;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What waits of one lane, the oldest first, and what is known of the last request. The first are
 * here, of the rest only the numbers: a lane that waits for long takes no room from the others.
 */
final class LaneQueue {

  private final String stream;
  private final int room;
  private final Deque<JournalRecord> waiting = new ArrayDeque<>();

  /** The last record that came and has no room; those from {@link #laterFrom} on wait. */
  private Optional<RecordId> laterTo = Optional.empty();

  private long laterFrom;

  /** What an earlier session sent is not known: it is asked for before anything is sent. */
  private boolean unsure = true;

  private int doubtful;
  private int failures;
  private String trouble = "";
  private long notBeforeNanos = Long.MIN_VALUE;

  /**
   * @param room records that are kept here
   */
  LaneQueue(String stream, int room) {
    this.stream = stream;
    this.room = room;
  }

  void add(JournalRecord record) {
    if (laterTo.isEmpty() && waiting.size() < room) {
      waiting.add(record);
      return;
    }
    if (laterTo.isEmpty()) {
      laterFrom = record.id().sequence();
    }
    laterTo = Optional.of(record.id());
  }

  /** Reads those for which there is room by now. */
  void refill(PostingSource.Shelf shelf, Predicate<JournalRecord> wanted) throws JournalException {
    while (laterTo.isPresent() && waiting.size() < room) {
      RecordId last = laterTo.get();
      shelf
          .read(new RecordId(last.gateway(), stream, laterFrom))
          .filter(wanted)
          .ifPresent(waiting::add);
      if (laterFrom++ == last.sequence()) {
        laterTo = Optional.empty();
      }
    }
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** How many are here. */
  int size() {
    return waiting.size();
  }

  LaneStanding standing() {
    long later = laterTo.map(last -> last.sequence() - laterFrom + 1).orElse(0L);
    return new LaneStanding(
        stream,
        waiting.size() + later,
        oldest().map(record -> record.occurred().wall()),
        failures,
        trouble);
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

  /** Whether the first records may have been sent and nobody knows what became of them. */
  boolean isDoubtful() {
    return unsure || doubtful > 0;
  }

  /** Of the first records nothing is known. */
  void doubt(int many) {
    doubtful = many;
  }

  /**
   * The office said what it has of a range.
   *
   * @param all whether it has all of it: then it may have what follows
   */
  void wasTold(boolean all) {
    unsure = unsure && all;
  }

  /**
   * Takes out what was settled, up to the first that was not: a later one may not overtake it.
   *
   * @return what was taken out, with what was said of it
   */
  Map<JournalRecord, Settled> settle(List<Settled> said) {
    Map<Long, Settled> byNumber = new HashMap<>();
    said.forEach(settled -> byNumber.put(settled.number(), settled));
    Map<JournalRecord, Settled> out = new LinkedHashMap<>();
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

  void failed(String why, long untilNanos) {
    failures++;
    trouble = why;
    notBeforeNanos = untilNanos;
  }

  void worked() {
    failures = 0;
    trouble = "";
    notBeforeNanos = Long.MIN_VALUE;
  }

  int failures() {
    return failures;
  }

  long notBeforeNanos() {
    return notBeforeNanos;
  }
}
