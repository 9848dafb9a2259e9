// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import io.wayside.core.record.RecordId;
import java.time.Instant;

/**
 * A record as the centre keeps it.
 *
 * @param arrival 1, 2, 3 … in the order in which the centre stored; a cursor for whoever reads on
 * @param id the idempotency key
 * @param kind such as {@code weighing/1}
 * @param occurred wall time of the gateway when it happened
 * @param received when the centre got it
 * @param previousHash hash of the record before it
 * @param hash hash of this record
 * @param payload the record as JSON: as it came, or made from what came in another form
 */
public record StoredRecord(
    long arrival,
    RecordId id,
    String kind,
    Instant occurred,
    Instant received,
    String previousHash,
    String hash,
    String payload) {

  StreamKey key() {
    return StreamKey.of(id);
  }
}
