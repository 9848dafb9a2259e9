// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.availability;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was so since when. What is learnt late, with a time before what is there, replaces all from
 * that time on: downtime begins with its first evidence.
 */
public final class Timeline<S> {

  private final S before;
  private final TreeMap<Instant, S> changes = new TreeMap<>();

  /**
   * @param before what is so before the first change
   */
  public Timeline(S before) {
    this.before = before;
  }

  /** It is so from this moment on, until something else is put. */
  public void put(Instant since, S state) {
    changes.tailMap(since, true).clear();
    if (!at(since).equals(state)) {
      changes.put(since, state);
    }
  }

  public S at(Instant moment) {
    Map.Entry<Instant, S> entry = changes.floorEntry(moment);
    return entry == null ? before : entry.getValue();
  }

  /** When what is so at a moment began; empty when it always was. */
  Optional<Instant> since(Instant moment) {
    return Optional.ofNullable(changes.floorKey(moment));
  }

  NavigableSet<Instant> moments() {
    return changes.navigableKeySet();
  }

  /** Forgets what is no longer so at a moment. */
  void forget(Instant before) {
    Instant stands = changes.floorKey(before);
    if (stands != null) {
      changes.headMap(stands, false).clear();
    }
  }
}
