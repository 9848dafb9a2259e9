// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.record;

import io.wayside.core.data.Value;
import io.wayside.core.time.Stamp;
import java.util.List;

/**
 * A record as the journal keeps it; immutable.
 *
 * @param id gateway, stream and sequence
 * @param kind what the body is about
 * @param importance as drafted
 * @param occurred as drafted
 * @param provenance as drafted
 * @param body as drafted
 * @param blobs references to its bulk content
 * @param previousHash hash of the record before it in the stream (lower-case hexadecimal SHA-256;
 *     64 zeros before the first)
 * @param hash hash of {@code previousHash} and this record's canonical bytes
 */
public record JournalRecord(
    RecordId id,
    RecordKind kind,
    Importance importance,
    Stamp occurred,
    Provenance provenance,
    Value.Fields body,
    List<BlobRef> blobs,
    String previousHash,
    String hash) {

  public JournalRecord {
    blobs = List.copyOf(blobs);
  }
}
