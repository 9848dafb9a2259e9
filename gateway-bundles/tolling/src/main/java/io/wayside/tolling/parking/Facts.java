// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parking;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Single facts as knowledge. */
final class Facts {

  private Facts() {}

  static Session alone(Fact fact) {
    SessionId id = fact.session();
    Optional<Entry> entry = Optional.empty();
    SortedSet<Key> keys = new TreeSet<>();
    SortedSet<Paid> payments = new TreeSet<>();
    SortedSet<Ending> endings = new TreeSet<>();
    if (fact instanceof Fact.Entered entered) {
      entry = Optional.of(entered.entry());
      keys.add(entered.key());
    } else if (fact instanceof Fact.Known known) {
      keys.add(known.key());
    } else if (fact instanceof Fact.PaidFor paid) {
      payments.add(paid.paid());
    } else if (fact instanceof Fact.Ended ended) {
      endings.add(ended.ending());
    }
    return new Session(id, entry, keys, payments, endings);
  }
}
