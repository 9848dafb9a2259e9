// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office;

import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where records to post come from.
 *
 * @param outbox hands them out and keeps what was settled
 * @param shelf where one is read again for which there was no room
 * @param streams those that are posted; all others are acknowledged without being sent
 */
public record PostingSource(Outbox outbox, Shelf shelf, Predicate<String> streams) {

  /** Everything that an office is for. */
  public PostingSource(Outbox outbox, Shelf shelf) {
    this(outbox, shelf, stream -> true);
  }

  /** Reads one record, when it is still kept. */
  @FunctionalInterface
  public interface Shelf {
    Optional<JournalRecord> read(RecordId id) throws JournalException;
  }
}
