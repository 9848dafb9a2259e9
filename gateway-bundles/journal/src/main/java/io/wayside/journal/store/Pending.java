// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.journal.JournalException;
import io.wayside.core.record.Blob;
import io.wayside.core.record.BlobRef;
import io.wayside.core.record.Importance;
import io.wayside.core.record.RecordId;
import java.util.List;

/**
 * A draft on its way into the journal, encoded but for its identity.
 *
 * @param stream where it goes
 * @param importance as drafted
 * @param matter canonical bytes after the identity
 * @param refs references to {@code blobs}, in their order
 * @param blobs bulk content to be written first
 * @param bytes what it occupies in the queue
 * @param answer told once what became of it
 */
@SuppressWarnings("ArrayRecordComponent") // lives between queue and commit; never compared
record Pending(
    String stream,
    Importance importance,
    byte[] matter,
    List<BlobRef> refs,
    List<Blob> blobs,
    long bytes,
    Answer answer) {

  /** Hears what became of a draft; must return at once. */
  interface Answer {
    void kept(RecordId id);

    void notKept(JournalException reason);
  }
}
