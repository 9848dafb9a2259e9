// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.Draft;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A journal that keeps drafts, or does not take them. */
final class KeptJournal implements Journal {

  private final List<Draft> drafts = new ArrayList<>();
  private boolean busy;

  synchronized void busy(boolean now) {
    busy = now;
  }

  synchronized List<Draft> drafts() {
    return List.copyOf(drafts);
  }

  synchronized List<Draft> of(String kind) {
    return drafts.stream().filter(draft -> draft.kind().name().equals(kind)).toList();
  }

  @Override
  public synchronized CompletableFuture<RecordId> append(Draft draft) {
    if (busy) {
      return CompletableFuture.failedFuture(new JournalException.Busy("the queue is full"));
    }
    drafts.add(draft);
    return CompletableFuture.completedFuture(new RecordId("g", draft.stream(), drafts.size()));
  }

  @Override
  public RecordId appendDurably(Draft draft) {
    return append(draft).join();
  }

  @Override
  public Optional<JournalRecord> read(RecordId id) {
    return Optional.empty();
  }

  @Override
  public List<JournalRecord> last(String stream, int most) {
    return List.of();
  }

  @Override
  public Outbox outbox(String destination) {
    throw new UnsupportedOperationException("a counter reads no outbox");
  }
}
