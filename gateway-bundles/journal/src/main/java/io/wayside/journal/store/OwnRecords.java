// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.data.Value;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.ProvenanceSource;
import io.wayside.core.record.RecordKind;
import io.wayside.core.time.TimeSource;

/**
 * What the journal writes by itself, in a stream of its own: the account of what is gone. It is
 * always admitted, because without it something would be gone silently; it is little.
 */
record OwnRecords(Drafting drafting, TimeSource time, ProvenanceSource provenance) {

  static final String STREAM = "journal";

  static final RecordKind THINNED = new RecordKind("journal-thinned", 1);
  static final RecordKind REFUSED = new RecordKind("journal-refused", 1);

  static boolean isOwn(Pending pending) {
    return pending.stream().equals(STREAM);
  }

  Pending pending(RecordKind kind, Importance importance, Value.Fields body, Pending.Answer answer)
      throws JournalException.Refused {
    return drafting.pending(
        new Draft(STREAM, kind, importance, time.now(), provenance.current(), body), answer);
  }
}
