// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.verify;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.journal.record.RecordEnvelope;
import io.wayside.rig.central.heads.HeadsStatement;
import io.wayside.rig.central.store.Archive;
import io.wayside.rig.central.store.StoreFailed;
import io.wayside.rig.central.store.StoredRecord;
import io.wayside.rig.central.store.StreamKey;
import io.wayside.rig.central.verify.Proof.Fault;
import io.wayside.rig.central.verify.Proof.Vouched;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What one gateway's statements say of its streams. Kept are the heads that agree with a stored
 * record, one number each, so that a year of statements takes some megabytes.
 */
final class Vouchers {

  private final String gateway;
  private final Set<String> believed;
  private final Archive archive;
  private final Map<String, NavigableMap<Long, Vouched>> agreeing = new TreeMap<>();
  private final Map<String, Long> claimed = new TreeMap<>();
  private final Map<String, Faults> faults = new TreeMap<>();

  /**
   * @param believed ids of the keys that count
   */
  Vouchers(String gateway, Set<String> believed, Archive archive) throws StoreFailed {
    this.gateway = gateway;
    this.believed = believed;
    this.archive = archive;
    archive.readThrough(
        new StreamKey(gateway, HeadsStatement.STREAM), HeadsStatement.KIND, this::take);
  }

  NavigableMap<Long, Vouched> of(String stream) {
    return agreeing.getOrDefault(stream, new TreeMap<>());
  }

  /** Streams that statements name, stored or not. */
  Set<String> streams() {
    return claimed.keySet();
  }

  long claimed(String stream) {
    return claimed.getOrDefault(stream, 0L);
  }

  Faults faults(String stream) {
    return faults.computeIfAbsent(stream, none -> new Faults());
  }

  private void take(StoredRecord stored) throws StoreFailed {
    long number = stored.id().sequence();
    try {
      JournalRecord record = RecordEnvelope.fromValue(Json.read(stored.payload()).root());
      HeadsStatement statement = HeadsStatement.in(record);
      if (!believed.contains(statement.key().id())) {
        throw new GarbledData(
            "the statement is signed with key " + statement.key().id() + ", which is not believed");
      }
      for (HeadsStatement.Head head : statement.heads()) {
        take(statement, head);
      }
    } catch (GarbledData notOne) {
      faults(HeadsStatement.STREAM).add(new Fault(number, String.valueOf(notOne.getMessage())));
    }
  }

  private void take(HeadsStatement statement, HeadsStatement.Head head) throws StoreFailed {
    claimed.merge(head.stream(), head.sequence(), Math::max);
    Optional<String> stored = archive.hashOf(new RecordId(gateway, head.stream(), head.sequence()));
    if (stored.isEmpty()) {
      return; // missing, which completeness tells
    }
    if (stored.get().equals(head.hash())) {
      agreeing
          .computeIfAbsent(head.stream(), none -> new TreeMap<>())
          .put(
              head.sequence(),
              new Vouched(head.sequence(), statement.key().id(), statement.written()));
    } else {
      faults(head.stream())
          .add(
              new Fault(
                  head.sequence(),
                  "the statement of batch "
                      + statement.batch()
                      + " by key "
                      + statement.key().id()
                      + " names another hash"));
    }
  }
}
