// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import java.time.Instant;
import java.util.List;

/** What a transaction knows and adds of one stream. */
final class Books {

  private final Runs runs;
  long chainBreaks;
  long repeated;
  long conflicting;
  long refused;
  Instant lastHeard = Instant.EPOCH;

  /**
   * @param stored all runs that the transaction's numbers of this stream lie in or beside
   */
  Books(List<Run> stored) {
    this.runs = new Runs(stored);
  }

  Runs runs() {
    return runs;
  }

  /** Enters a record when its number is new; returns whether it is. */
  boolean enter(StoredRecord record) {
    long number = record.id().sequence();
    if (runs.contains(number)) {
      return false;
    }
    chainBreaks += runs.add(number, record.previousHash(), record.hash());
    return true;
  }

  void heard(Instant at) {
    lastHeard = at.isAfter(lastHeard) ? at : lastHeard;
  }
}
