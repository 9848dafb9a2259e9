// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.Draft;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A journal that keeps drafts, or does not take them. */
final class KeptJournal implements Journal {

  final List<Draft> drafts = new CopyOnWriteArrayList<>();
  volatile boolean busy;

  List<Draft> kept(String kind) {
    return drafts.stream().filter(d -> d.kind().name().equals(kind)).toList();
  }

  @Override
  public CompletableFuture<RecordId> append(Draft draft) {
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
