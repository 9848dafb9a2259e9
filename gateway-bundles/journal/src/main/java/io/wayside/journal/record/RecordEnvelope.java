// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.record;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Value;
import io.wayside.core.record.BlobRef;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A record as named fields, for JSON or CBOR on the wire. It holds exactly what the canonical bytes
 * hold and the two hashes, so that a receiver gets the canonical bytes again and checks the hash.
 */
public final class RecordEnvelope {

  private static final Set<String> NAMES =
      Set.of(
          "v",
          "gateway",
          "stream",
          "sequence",
          "kind",
          "importance",
          "occurred",
          "provenance",
          "body",
          "blobs",
          "previousHash",
          "hash");
  private static final Set<String> PROVENANCE_NAMES =
      Set.of("release", "configuration", "calibration");
  private static final Set<String> BLOB_NAMES = Set.of("name", "mediaType", "sha256", "bytes");

  private RecordEnvelope() {}

  public static Value.Fields toValue(JournalRecord record) {
    return Value.Fields.with("v", RecordCodec.VERSION)
        .and("gateway", record.id().gateway())
        .and("stream", record.id().stream())
        .and("sequence", record.id().sequence())
        .and("kind", record.kind().toString())
        .and("importance", Words.of(record.importance()))
        .and("occurred", StampForm.named(record.occurred()))
        .and(
            "provenance",
            Value.Fields.with("release", record.provenance().release())
                .and("configuration", record.provenance().configuration())
                .and("calibration", record.provenance().calibration())
                .build())
        .and("body", record.body())
        .and("blobs", record.blobs().stream().map(RecordEnvelope::blob).toList())
        .and("previousHash", record.previousHash())
        .and("hash", record.hash())
        .build();
  }

  /** Reads an envelope; whether its hash is right is asked with {@link #hashHolds}. */
  public static JournalRecord fromValue(Value value) throws GarbledData {
    Value.Fields v = Shape.exactly(value, NAMES, "the record");
    long version = Shape.whole(v.get("v"), "v");
    if (version != RecordCodec.VERSION) {
      throw new GarbledData(
          "the record is in form " + version + ", this release reads " + RecordCodec.VERSION);
    }
    Value.Fields provenance = Shape.exactly(v.get("provenance"), PROVENANCE_NAMES, "provenance");
    String previousHash = Shape.text(v.get("previousHash"), "previousHash");
    String hash = Shape.text(v.get("hash"), "hash");
    Chain.fromHex(previousHash);
    Chain.fromHex(hash);
    try {
      return new JournalRecord(
          new RecordId(
              Shape.text(v.get("gateway"), "gateway"),
              Shape.text(v.get("stream"), "stream"),
              Shape.whole(v.get("sequence"), "sequence")),
          RecordCodec.kind(v.get("kind")),
          Words.word(
              Importance.values(), Shape.text(v.get("importance"), "importance"), "importance"),
          StampForm.fromNamed(v.get("occurred")),
          new Provenance(
              Shape.text(provenance.get("release"), "release"),
              Shape.text(provenance.get("configuration"), "configuration"),
              Shape.text(provenance.get("calibration"), "calibration")),
          Shape.fields(v.get("body"), "body"),
          blobs(v.get("blobs")),
          previousHash,
          hash);
    } catch (IllegalArgumentException notAName) {
      throw new GarbledData(String.valueOf(notAName.getMessage()));
    }
  }

  /** Whether the hash follows from the previous hash and the canonical bytes. */
  public static boolean hashHolds(JournalRecord record) {
    try {
      byte[] canonical = RecordCodec.encode(RecordContent.of(record));
      byte[] computed = Chain.hash(Chain.fromHex(record.previousHash()), canonical);
      return Chain.hex(computed).equals(record.hash());
    } catch (GarbledData notAHash) {
      return false;
    }
  }

  private static Value blob(BlobRef ref) {
    return Value.Fields.with("name", ref.name())
        .and("mediaType", ref.mediaType())
        .and("sha256", ref.sha256())
        .and("bytes", ref.bytes())
        .build();
  }

  private static List<BlobRef> blobs(Value value) throws GarbledData {
    List<BlobRef> refs = new ArrayList<>();
    for (Value item : Shape.many(value, "blobs")) {
      Value.Fields blob = Shape.exactly(item, BLOB_NAMES, "a blob");
      refs.add(
          new BlobRef(
              Shape.text(blob.get("name"), "blob name"),
              Shape.text(blob.get("mediaType"), "blob media type"),
              Shape.text(blob.get("sha256"), "blob hash"),
              Shape.whole(blob.get("bytes"), "blob length")));
    }
    return refs;
  }
}
