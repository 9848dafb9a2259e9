// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office.work;

import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.Draft;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.tolling.office.ListedOutbox;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A journal in memory with one destination; it can fail. */
final class BenchJournal implements Journal {

  final ListedOutbox outbox = new ListedOutbox();
  private @Nullable JournalException failure;
  private String destination = "";

  synchronized void failing(@Nullable JournalException now) {
    failure = now;
  }

  synchronized String destination() {
    return destination;
  }

  private synchronized void requireSound() throws JournalException {
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public CompletableFuture<RecordId> append(Draft draft) {
    throw new AssertionError("an office waits until it is durable");
  }

  @Override
  public synchronized RecordId appendDurably(Draft draft) throws JournalException {
    requireSound();
    long number = last(draft.stream(), Integer.MAX_VALUE).size() + 1L;
    RecordId id = new RecordId("gate-7", draft.stream(), number);
    outbox.all.add(
        new JournalRecord(
            id,
            draft.kind(),
            draft.importance(),
            draft.occurred(),
            draft.provenance(),
            draft.body(),
            List.of(),
            "%064x".formatted(number - 1),
            "%064x".formatted(number)));
    outbox.woken.run();
    return id;
  }

  @Override
  public synchronized Optional<JournalRecord> read(RecordId id) throws JournalException {
    requireSound();
    return outbox.read(id);
  }

  @Override
  public synchronized List<JournalRecord> last(String stream, int most) throws JournalException {
    requireSound();
    List<JournalRecord> all =
        outbox.all.stream().filter(record -> record.id().stream().equals(stream)).toList();
    return all.subList(Math.max(0, all.size() - most), all.size());
  }

  @Override
  public synchronized Outbox outbox(String name) throws JournalException {
    requireSound();
    destination = name;
    return outbox;
  }
}
