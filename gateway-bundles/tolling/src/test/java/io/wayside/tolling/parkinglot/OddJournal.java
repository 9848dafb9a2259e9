// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.Draft;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.tolling.control.KeptJournal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * Never takes some records, and does something before it is read.
 *
 * @param refuses what it will never take
 */
record OddJournal(KeptJournal kept, Predicate<Draft> refuses, Runnable beforeReading)
    implements Journal {

  @Override
  public CompletableFuture<RecordId> append(Draft draft) {
    return refuses.test(draft)
        ? CompletableFuture.failedFuture(new JournalException.Refused("too large"))
        : kept.append(draft);
  }

  @Override
  public RecordId appendDurably(Draft draft) {
    return kept.appendDurably(draft);
  }

  @Override
  public Optional<JournalRecord> read(RecordId id) throws JournalException {
    return kept.read(id);
  }

  @Override
  public List<JournalRecord> last(String stream, int most) throws JournalException {
    beforeReading.run();
    return kept.last(stream, most);
  }

  @Override
  public Outbox outbox(String destination) {
    return kept.outbox(destination);
  }
}
