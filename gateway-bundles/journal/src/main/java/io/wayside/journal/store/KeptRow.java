// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.data.GarbledData;
import io.wayside.core.record.JournalRecord;
import io.wayside.journal.record.Chain;
import io.wayside.journal.record.RecordCodec;
import io.wayside.journal.record.RecordContent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A record as it lies in the database.
 *
 * @param content canonical bytes; null when it was thinned out
 * @param digest SHA-256 of the canonical bytes when it was thinned out, else null
 */
@SuppressWarnings("ArrayRecordComponent") // lives between reading and checking; never compared
record KeptRow(
    String stream,
    long sequence,
    long batch,
    byte[] hash,
    byte @Nullable [] content,
    byte @Nullable [] digest) {

  boolean isThinned() {
    return content == null && digest != null;
  }

  /** Whether its hash follows from the one before it and what it holds. */
  boolean follows(byte[] previousHash) {
    if (content != null) {
      return Arrays.equals(Chain.hash(previousHash, content), hash);
    }
    return digest != null && Arrays.equals(Chain.link(previousHash, digest), hash);
  }

  /**
   * The record, checked against its hash and its place.
   *
   * @throws GarbledData when it is not what was put there
   */
  JournalRecord record(byte[] previousHash) throws GarbledData {
    if (content == null || !follows(previousHash)) {
      throw new GarbledData(
          "record " + stream + "/" + sequence + " does not match its hash in the chain");
    }
    RecordContent read = RecordCodec.decode(content);
    if (!read.id().stream().equals(stream) || read.id().sequence() != sequence) {
      throw new GarbledData(
          "at " + stream + "/" + sequence + " lies the record " + read.id().toString());
    }
    return read.chained(Chain.hex(previousHash), Chain.hex(hash));
  }
}
