// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parking;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All that is known of one stay. Knowledge only grows: what two lanes know is united, in any order
 * and any number of times, to the same.
 *
 * @param entry empty as long as only later events were heard
 * @param endings all that were heard; the first by its order is the one that counts
 */
public record Session(
    SessionId id,
    Optional<Entry> entry,
    SortedSet<Key> keys,
    SortedSet<Paid> payments,
    SortedSet<Ending> endings) {

  /** What more of one sort is not taken in: a stay has a few keys, payments and endings. */
  static final int MOST = 64;

  public Session {
    keys = bounded(keys);
    payments = bounded(payments);
    endings = bounded(endings);
  }

  /** The smallest in their order; so it does not matter in which order they were heard. */
  private static <T extends Comparable<T>> SortedSet<T> bounded(Collection<T> all) {
    SortedSet<T> kept = new TreeSet<>(all);
    while (kept.size() > MOST) {
      kept.remove(kept.last());
    }
    return Collections.unmodifiableSortedSet(kept);
  }

  static Session unknown(SessionId id) {
    return new Session(id, Optional.empty(), none(), none(), none());
  }

  private static <T> SortedSet<T> none() {
    return Collections.emptySortedSet();
  }

  /** What both know. */
  Session unite(Session other) {
    if (!id.equals(other.id)) {
      throw new IllegalArgumentException(id + " and " + other.id + " are two sessions");
    }
    return new Session(
        id,
        earlier(entry, other.entry),
        both(keys, other.keys),
        both(payments, other.payments),
        both(endings, other.endings));
  }

  private static Optional<Entry> earlier(Optional<Entry> a, Optional<Entry> b) {
    return a.isPresent() && b.isPresent()
        ? Optional.of(Collections.min(List.of(a.get(), b.get())))
        : a.or(() -> b);
  }

  private static <T extends Comparable<T>> SortedSet<T> both(SortedSet<T> a, SortedSet<T> b) {
    SortedSet<T> all = new TreeSet<>(a);
    all.addAll(b);
    return all;
  }

  /** Whether a vehicle is inside by it, as far as this session alone knows. */
  public boolean isOpen() {
    return entry.isPresent() && endings.isEmpty();
  }

  /** The ending that counts. */
  public Optional<Ending> ending() {
    return endings.stream().findFirst();
  }

  /** Proven exits beyond the first: each is a vehicle that left on somebody else's stay. */
  public long surplusExits() {
    return Math.max(0, endings.stream().filter(e -> e.how() == Ending.How.LEFT).count() - 1);
  }

  /** Whether no further payment can be told from the others. */
  public boolean hasMostPayments() {
    return payments.size() >= MOST;
  }

  public long paidMinor() {
    return payments.stream().mapToLong(Paid::minor).sum();
  }

  /** Whether this stay holds the moment: from the entry to the end that counts. */
  boolean holds(Instant at) {
    return entry.isPresent()
        && !at.isBefore(entry.get().at())
        && ending().map(end -> at.isBefore(end.at())).orElse(true);
  }

  /** Earliest entry first; the order is total, so that every lane picks the same. */
  static Comparator<Session> byEntry() {
    return Comparator.comparing((Session s) -> s.entry().map(Entry::at).orElse(Instant.MAX))
        .thenComparing(Session::id);
  }
}
