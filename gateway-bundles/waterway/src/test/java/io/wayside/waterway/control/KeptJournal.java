// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

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

/** A journal in memory that outlives the gateway, and that a test can have fail. */
final class KeptJournal implements Journal {

  private final List<JournalRecord> records = new ArrayList<>();
  private boolean full;

  void full(boolean is) {
    full = is;
  }

  List<JournalRecord> records() {
    return List.copyOf(records);
  }

  @Override
  public CompletableFuture<RecordId> append(Draft draft) {
    try {
      return CompletableFuture.completedFuture(appendDurably(draft));
    } catch (JournalException unkept) {
      return CompletableFuture.failedFuture(unkept);
    }
  }

  @Override
  public RecordId appendDurably(Draft draft) throws JournalException {
    if (full) {
      throw new JournalException.Full("no space left; free the disk");
    }
    RecordId id = new RecordId("test-1", draft.stream(), records.size() + 1);
    records.add(
        new JournalRecord(
            id,
            draft.kind(),
            draft.importance(),
            draft.occurred(),
            draft.provenance(),
            draft.body(),
            List.of(),
            "%064x".formatted(id.sequence() - 1),
            "%064x".formatted(id.sequence())));
    return id;
  }

  @Override
  public Optional<JournalRecord> read(RecordId id) {
    return records.stream().filter(record -> record.id().equals(id)).findFirst();
  }

  @Override
  public List<JournalRecord> last(String stream, int most) {
    List<JournalRecord> all =
        records.stream().filter(record -> record.id().stream().equals(stream)).toList();
    return all.subList(Math.max(0, all.size() - most), all.size());
  }

  @Override
  public Outbox outbox(String destination) {
    throw new IllegalStateException("orders have no outbox");
  }
}
