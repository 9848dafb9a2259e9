// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.tolling.passage.Fields;
import io.wayside.tolling.passage.TollRecords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * A lane's corrections by the passage they correct. A correction stands behind its passage, maybe
 * days behind, so the stretch between is read once, in slices that leave others their turn; what
 * was read is kept.
 */
final class CorrectionIndex {

  /** More than a lane has while its records are kept; beyond it, reading begins anew. */
  private static final int MOST = 4_096;

  private static final int SLICE = 500;

  private final String stream;
  private final Journal journal;
  private final Executor slow;
  private final Map<Long, List<JournalRecord>> byPassage = new HashMap<>();
  private int size;

  /** Numbers that were read, both included; none while the first is above the last. */
  private long first = 1;

  private long last;

  CorrectionIndex(String stream, Journal journal, Executor slow) {
    this.stream = stream;
    this.journal = journal;
    this.slow = slow;
  }

  /**
   * All corrections of a passage, in their order; completes when everything behind it was read,
   * exceptionally when that cannot be read.
   */
  CompletableFuture<List<JournalRecord>> of(RecordId passage) {
    forgetMany();
    CompletableFuture<List<JournalRecord>> answer = new CompletableFuture<>();
    go(passage, answer);
    return answer;
  }

  private synchronized void forgetMany() {
    if (size > MOST) {
      byPassage.clear();
      size = 0;
      first = 1;
      last = 0;
    }
  }

  private void go(RecordId passage, CompletableFuture<List<JournalRecord>> answer) {
    try {
      slow.execute(() -> slice(passage, answer));
    } catch (RejectedExecutionException stopping) {
      answer.completeExceptionally(stopping);
    }
  }

  private void slice(RecordId passage, CompletableFuture<List<JournalRecord>> answer) {
    try {
      if (read(passage)) {
        answer.complete(kept(passage.sequence()));
      } else {
        go(passage, answer);
      }
    } catch (JournalException | RuntimeException trouble) {
      answer.completeExceptionally(trouble);
    }
  }

  private synchronized List<JournalRecord> kept(long passage) {
    return List.copyOf(byPassage.getOrDefault(passage, List.of()));
  }

  /** A slice: first what is new, then further back; whether that is all behind the passage. */
  private synchronized boolean read(RecordId passage) throws JournalException {
    List<JournalRecord> newest = journal.last(stream, 1);
    long end = newest.isEmpty() ? 0 : newest.get(0).id().sequence();
    if (first > last) {
      first = end + 1;
      last = end;
    }
    int left = SLICE;
    while (last < end && left-- > 0) {
      take(passage, last + 1);
      last++;
    }
    while (first > passage.sequence() + 1 && left-- > 0) {
      take(passage, first - 1);
      first--;
    }
    return last >= end && first <= passage.sequence() + 1;
  }

  private void take(RecordId like, long number) throws JournalException {
    journal
        .read(new RecordId(like.gateway(), stream, number))
        .filter(record -> record.kind().equals(TollRecords.CORRECTION))
        .ifPresent(this::put);
  }

  private void put(JournalRecord correction) {
    new Fields(correction.body())
        .member("of")
        .whole("number")
        .ifPresent(
            passage -> {
              List<JournalRecord> all = byPassage.computeIfAbsent(passage, n -> new ArrayList<>());
              all.add(correction);
              all.sort(Comparator.comparing(record -> record.id().sequence()));
              size++;
            });
  }
}
