// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.journal.JournalException;
import io.wayside.core.record.Blob;
import io.wayside.core.record.BlobRef;
import io.wayside.core.record.Draft;
import io.wayside.journal.record.Chain;
import io.wayside.journal.record.RecordCodec;
import java.util.ArrayList;
import java.util.List;

/** Turns a draft into what the writer takes; done on the caller's thread, so by many at once. */
record Drafting(int maxRecordBytes, int maxBlobBytes) {

  Pending pending(Draft draft, Pending.Answer answer) throws JournalException.Refused {
    List<BlobRef> refs = new ArrayList<>(draft.blobs().size());
    long blobBytes = 0;
    for (Blob blob : draft.blobs()) {
      if (blob.content().length > maxBlobBytes) {
        throw new JournalException.Refused(
            name(draft)
                + " has a blob \""
                + blob.name()
                + "\" of "
                + blob.content().length
                + " bytes; the journal keeps at most "
                + maxBlobBytes
                + " (maxBlob)");
      }
      blobBytes += blob.content().length;
      refs.add(
          new BlobRef(
              blob.name(),
              blob.mediaType(),
              Chain.hex(Chain.digest(blob.content())),
              blob.content().length));
    }
    byte[] matter;
    try {
      matter =
          RecordCodec.matter(
              draft.kind(),
              draft.importance(),
              draft.occurred(),
              draft.provenance(),
              draft.body(),
              refs);
    } catch (IllegalArgumentException noForm) {
      throw new JournalException.Refused(
          name(draft) + " has no canonical form: " + noForm.getMessage());
    }
    if (matter.length > maxRecordBytes) {
      throw new JournalException.Refused(
          name(draft)
              + " has "
              + matter.length
              + " bytes; the journal keeps at most "
              + maxRecordBytes
              + " (maxRecord); put bulk content into a blob");
    }
    return new Pending(
        draft.stream(),
        draft.importance(),
        matter,
        refs,
        draft.blobs(),
        matter.length + blobBytes + Space.OVERHEAD_BYTES,
        answer);
  }

  private static String name(Draft draft) {
    return "the draft " + draft.kind() + " for stream " + draft.stream();
  }
}
