// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.verify;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.record.JournalRecord;
import io.wayside.journal.record.RecordEnvelope;
import io.wayside.rig.central.store.Archive;
import io.wayside.rig.central.store.StoredRecord;
import io.wayside.rig.central.store.StreamKey;
import io.wayside.rig.central.verify.Proof.Fault;
import io.wayside.rig.central.verify.Proof.Vouched;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * Goes through a stream record by record. A statement vouches for its head and everything before it
 * as far as the chain goes without a gap or a fault.
 */
final class StreamCheck implements Archive.Visitor {

  private static final String CHAIN_ORIGIN = "0".repeat(64);

  private final StreamKey key;
  private final NavigableMap<Long, Vouched> heads;
  private final Faults faults;
  private long records;
  private long runFirst;
  private long last;
  private String lastHash = CHAIN_ORIGIN;
  private long proven;
  private Optional<Vouched> by = Optional.empty();

  StreamCheck(StreamKey key, Vouchers vouchers) {
    this.key = key;
    this.heads = vouchers.of(key.stream());
    this.faults = vouchers.faults(key.stream());
  }

  @Override
  public void see(StoredRecord stored) {
    records++;
    long number = stored.id().sequence();
    Optional<String> fault = fault(stored);
    boolean follows = number == last + 1;
    if (fault.isEmpty() && follows && !stored.previousHash().equals(lastHash)) {
      fault = Optional.of("it does not link to the record before it");
    }
    fault.ifPresent(reason -> faults.add(new Fault(number, reason)));
    if (!follows || fault.isPresent()) {
      endRun();
      runFirst = fault.isPresent() ? number + 1 : number;
    }
    last = number;
    lastHash = stored.hash();
  }

  Proof done(long claimed) {
    endRun();
    return new Proof(key, records, last, claimed, proven, by, faults.count(), faults.first());
  }

  private void endRun() {
    Map.Entry<Long, Vouched> head = heads.floorEntry(last);
    if (last > 0 && head != null && head.getKey() >= Math.max(1, runFirst)) {
      proven += head.getKey() - Math.max(1, runFirst) + 1;
      by = Optional.of(head.getValue());
    }
  }

  private static Optional<String> fault(StoredRecord stored) {
    JournalRecord record;
    try {
      record = RecordEnvelope.fromValue(Json.read(stored.payload()).root());
    } catch (GarbledData garbled) {
      return Optional.of("what is stored is no record: " + garbled.getMessage());
    }
    boolean same =
        record.id().equals(stored.id())
            && record.kind().toString().equals(stored.kind())
            && record.hash().equals(stored.hash())
            && record.previousHash().equals(stored.previousHash());
    if (!same) {
      return Optional.of("its columns say something else than its payload");
    }
    return RecordEnvelope.hashHolds(record)
        ? Optional.empty()
        : Optional.of("its hash does not follow from its content");
  }
}
