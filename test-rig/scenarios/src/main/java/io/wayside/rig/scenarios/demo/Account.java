// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.demo;

import io.wayside.core.record.RecordId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * The account of a run: what the gateway's journal accepted against what the centre's store holds.
 *
 * @param accepted records in the journal
 * @param delivered of these, records in the centre's store with the same hash
 * @param missing records in the journal that the centre has not, or has with another hash
 * @param doubled records that stand in the centre's store more than once, or that no journal
 *     accepted
 */
record Account(long accepted, long delivered, long missing, long doubled) {

  /** A record's identity and hash. */
  record Entry(RecordId id, String hash) {}

  static Account of(Collection<Entry> journal, Collection<Entry> centre) {
    Set<Entry> accepted = new HashSet<>(journal);
    Set<Entry> held = new HashSet<>(centre);
    long delivered = accepted.stream().filter(held::contains).count();
    long unknown = held.stream().filter(e -> !accepted.contains(e)).count();
    return new Account(
        accepted.size(),
        delivered,
        accepted.size() - delivered,
        centre.size() - held.size() + unknown);
  }

  boolean holds() {
    return accepted > 0 && missing == 0 && doubled == 0;
  }

  /** The demo's last line. */
  @Override
  public String toString() {
    return "accepted "
        + accepted
        + ", delivered "
        + delivered
        + ", missing "
        + missing
        + ", doubled "
        + doubled;
  }
}
