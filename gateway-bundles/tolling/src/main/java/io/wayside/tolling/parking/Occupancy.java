// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parking;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How many vehicles are inside, from what every lane counted. Each lane changes its own counts
 * only; so the lanes' knowledge can be united in any order. A count below zero says that somebody
 * was missed: it is shown as it is, and corrected by a person, not by itself.
 */
public final class Occupancy {

  /** Who counted where. */
  public record Counter(String origin, Place place) implements Comparable<Counter> {

    @Override
    public int compareTo(Counter other) {
      int byOrigin = origin.compareTo(other.origin);
      return byOrigin != 0 ? byOrigin : place.compareTo(other.place);
    }
  }

  private final String origin;
  private final TreeMap<Counter, Tally> tallies = new TreeMap<>();

  /**
   * @param origin this lane
   */
  public Occupancy(String origin) {
    this.origin = origin;
  }

  public void cameIn(Place place) {
    tallies.merge(mine(place), Tally.NOTHING.cameIn(), (was, first) -> was.cameIn());
  }

  public void wentOut(Place place) {
    tallies.merge(mine(place), Tally.NOTHING.wentOut(), (was, first) -> was.wentOut());
  }

  /** Somebody has counted: afterwards {@link #inside} says {@code counted}. */
  public long correct(Place place, long counted) {
    long by = counted - inside(place);
    tallies.merge(mine(place), Tally.NOTHING.correctedBy(by), (was, first) -> was.correctedBy(by));
    return by;
  }

  /** What another lane knows, or a record says. */
  public void unite(SortedMap<Counter, Tally> other) {
    other.forEach((counter, tally) -> tallies.merge(counter, tally, Tally::later));
  }

  public SortedMap<Counter, Tally> state() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(tallies));
  }

  public long inside(Place place) {
    return tallies.entrySet().stream()
        .filter(entry -> entry.getKey().place().equals(place))
        .mapToLong(entry -> entry.getValue().inside())
        .sum();
  }

  /** Goes on from what this lane's own record says. */
  public void resume(Place place, Tally tally) {
    tallies.merge(mine(place), tally, Tally::later);
  }

  /** Places at which this lane has counted. */
  public SortedSet<Place> places() {
    SortedSet<Place> places = new TreeSet<>();
    tallies.keySet().stream()
        .filter(counter -> counter.origin().equals(origin))
        .forEach(counter -> places.add(counter.place()));
    return places;
  }

  /** This lane's own count, as it is written. */
  public Tally mineAt(Place place) {
    return tallies.getOrDefault(mine(place), Tally.NOTHING);
  }

  private Counter mine(Place place) {
    return new Counter(origin, place);
  }
}
