// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.journal;

import io.wayside.core.record.Draft;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.osgi.annotation.versioning.ProviderType;

/** The only place where a record is kept. */
@ProviderType
public interface Journal {

  /**
   * Hands in a draft and returns at once. The future completes when the record is on stable storage
   * (fsync done) and carries its id; it fails with a {@link JournalException} when the record was
   * not accepted, and then it is not in the journal. Drafts of one stream get their numbers in the
   * order in which they were handed in by one thread. When the queue of drafts is full the future
   * fails with {@link JournalException.Busy}: the caller keeps the draft and says so in its health.
   */
  CompletableFuture<RecordId> append(Draft draft);

  /**
   * Hands in a draft and waits until it is on stable storage.
   *
   * @throws JournalException when it was not accepted
   */
  RecordId appendDurably(Draft draft) throws JournalException, InterruptedException;

  /** One record, when it is still kept. */
  Optional<JournalRecord> read(RecordId id) throws JournalException;

  /**
   * The last {@code most} records of a stream, in sequence, but for those that are not kept any
   * more; none when the stream was never written.
   */
  List<JournalRecord> last(String stream, int most) throws JournalException;

  /** The outbox of one destination; the same name gives the same cursor after a restart. */
  Outbox outbox(String destination) throws JournalException;
}
