// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.record.RecordId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A batch as it is stored: numbered, linked and soon sealed upon what was before it. Nothing of it
 * has happened yet; it is good for as long as the journal stands where it did.
 *
 * @param base what it was made upon
 * @param pendings what it contains
 * @param rows one for each, in their order
 * @param ids one for each, in their order
 * @param moved the streams it adds to, as they are afterwards
 * @param written wall time in the seal
 * @param seal over their heads
 */
record Bound(
    Tip base,
    List<Pending> pendings,
    List<Row> rows,
    List<RecordId> ids,
    Map<String, StreamState> moved,
    Instant written,
    SealToMake seal) {

  /** A record as a row of its table. */
  @SuppressWarnings("ArrayRecordComponent") // lives between queue and commit; never compared
  record Row(long place, int rank, byte[] hash, byte[] content) {}

  /** Whether it can be stored as it is, for these very drafts and upon this very commit. */
  @SuppressWarnings("ReferenceEquality") // what happened since made other objects
  boolean fits(List<Pending> batch, Tip tip) {
    if (base != tip || pendings.size() != batch.size()) {
      return false;
    }
    for (int i = 0; i < batch.size(); i++) {
      if (pendings.get(i) != batch.get(i)) {
        return false;
      }
    }
    return true;
  }
}
