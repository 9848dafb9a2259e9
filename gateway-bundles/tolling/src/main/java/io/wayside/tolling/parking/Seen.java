// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parking;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whose entries were ever heard of: per entry lane all numbers up to one, and some beyond. A
 * session that was seen and is no longer there has been forgotten; one that was not seen is new.
 * That is how a lane that has forgotten a stay and one that has not agree without keeping the
 * forgotten.
 *
 * @param upTo per origin the number below and at which all were seen
 * @param beyond single ones above it
 */
public record Seen(SortedMap<String, Long> upTo, SortedSet<SessionId> beyond) {

  public Seen {
    SortedMap<String, Long> all = new TreeMap<>(upTo);
    SortedSet<SessionId> rest = new TreeSet<>(beyond);
    // Sorted by number within an origin: one run takes in all that has become contiguous.
    rest.removeIf(
        id -> {
          long known = all.getOrDefault(id.origin(), 0L);
          if (id.number() == known + 1) {
            all.put(id.origin(), known + 1);
          }
          return id.number() <= known + 1;
        });
    upTo = Collections.unmodifiableSortedMap(all);
    beyond = Collections.unmodifiableSortedSet(rest);
  }

  public static Seen nothing() {
    return new Seen(new TreeMap<>(), new TreeSet<>());
  }

  boolean has(SessionId id) {
    return id.number() <= upTo.getOrDefault(id.origin(), 0L) || beyond.contains(id);
  }

  Seen with(SessionId id) {
    if (has(id)) {
      return this;
    }
    SortedSet<SessionId> more = new TreeSet<>(beyond);
    more.add(id);
    return new Seen(upTo, more);
  }

  Seen with(Seen other) {
    SortedMap<String, Long> all = new TreeMap<>(upTo);
    other.upTo.forEach((origin, number) -> all.merge(origin, number, Math::max));
    SortedSet<SessionId> more = new TreeSet<>(beyond);
    more.addAll(other.beyond);
    return new Seen(all, more);
  }
}
