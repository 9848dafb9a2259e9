// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.record;

import io.wayside.core.data.Value;
import io.wayside.core.record.BlobRef;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordId;
import io.wayside.core.record.RecordKind;
import io.wayside.core.time.Stamp;
import java.util.List;

/** All that the canonical bytes of a record hold: the record but for its place in the chain. */
public record RecordContent(
    RecordId id,
    RecordKind kind,
    Importance importance,
    Stamp occurred,
    Provenance provenance,
    Value.Fields body,
    List<BlobRef> blobs) {

  public RecordContent {
    blobs = List.copyOf(blobs);
  }

  public static RecordContent of(JournalRecord record) {
    return new RecordContent(
        record.id(),
        record.kind(),
        record.importance(),
        record.occurred(),
        record.provenance(),
        record.body(),
        record.blobs());
  }

  /** The record at its place in the chain. */
  public JournalRecord chained(String previousHash, String hash) {
    return new JournalRecord(
        id, kind, importance, occurred, provenance, body, blobs, previousHash, hash);
  }
}
