// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Completeness of every stream, kept in memory and moved on with each committed transaction. */
final class Ledger {

  private final Map<StreamKey, Account> accounts = new TreeMap<>();

  synchronized void add(StreamKey key, Tally tally) {
    Account account = account(key);
    tally.stored.forEach(account.numbers::add);
    account.chainBreaks += tally.chainBreaks;
    account.repeated += tally.repeated;
    account.conflicting += tally.conflicting;
    account.refused += tally.refused;
    account.lastHeard = tally.lastHeard;
  }

  /** For opening: numbers found in the store. */
  synchronized void addStored(StreamKey key, Range numbers) {
    account(key).numbers.add(numbers);
  }

  synchronized boolean knows(StreamKey key) {
    return accounts.containsKey(key);
  }

  synchronized List<StreamCount> counts() {
    return accounts.entrySet().stream().map(e -> e.getValue().count(e.getKey())).toList();
  }

  private Account account(StreamKey key) {
    return accounts.computeIfAbsent(key, unheard -> new Account());
  }

  private static final class Account {

    private final NumberSet numbers = new NumberSet();
    private long chainBreaks;
    private long repeated;
    private long conflicting;
    private long refused;
    private Instant lastHeard = Instant.EPOCH;

    private StreamCount count(StreamKey key) {
      return new StreamCount(
          key,
          numbers.first(),
          numbers.contiguousThrough(),
          numbers.highest(),
          numbers.count(),
          numbers.missing(),
          numbers.gaps(StreamCount.MOST_GAPS),
          chainBreaks,
          repeated,
          conflicting,
          refused,
          lastHeard);
    }
  }
}
