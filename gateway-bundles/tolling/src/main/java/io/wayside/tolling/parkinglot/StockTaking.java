// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import io.wayside.tolling.parking.LaneCount;
import io.wayside.tolling.parking.LanePass;
import io.wayside.tolling.parking.Place;
import io.wayside.tolling.parking.Session;
import io.wayside.tolling.parking.SessionId;
import io.wayside.tolling.parking.SessionStore;
import io.wayside.tolling.parking.StockPiece;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Writes down all of a car park's books that a restart cannot do without. */
final class StockTaking {

  /** Stays in one record. */
  private static final int STAYS_OF_A_PIECE = 50;

  private final SessionStore store;
  private final SortedMap<String, LaneBook> lanes;
  private final SortedSet<SessionId> doubtful;

  StockTaking(
      SessionStore store, SortedMap<String, LaneBook> lanes, SortedSet<SessionId> doubtful) {
    this.store = store;
    this.lanes = lanes;
    this.doubtful = doubtful;
  }

  /** So many pieces a stock can have. */
  static int mostPieces(int mostStays) {
    return mostStays / STAYS_OF_A_PIECE + 1;
  }

  /**
   * What the books know and cannot do without: open stays, those that may go on, those whose
   * payments may be told again, and those that hide a double, which would come to life without.
   */
  private List<Session> kept() {
    Collection<Session> all = store.state().sessions().values();
    Set<SessionId> first = new HashSet<>();
    for (Session stay : all) {
      store.firstOf(stay).ifPresent(hiding -> first.add(hiding.id()));
    }
    return all.stream()
        .filter(
            stay ->
                stay.ending().isEmpty()
                    || stay.ending().filter(SessionStore::isConcluded).isPresent()
                    || !stay.payments().isEmpty()
                    || first.contains(stay.id()))
        .toList();
  }

  List<StockPiece> stock(long number) {
    List<Session> open = kept();
    int pieces = Math.max(1, (open.size() + STAYS_OF_A_PIECE - 1) / STAYS_OF_A_PIECE);
    List<StockPiece> stock = new ArrayList<>();
    for (int piece = 1; piece <= pieces; piece++) {
      List<Session> part =
          open.subList(
              (piece - 1) * STAYS_OF_A_PIECE, Math.min(open.size(), piece * STAYS_OF_A_PIECE));
      stock.add(
          new StockPiece(
              number,
              piece,
              pieces,
              piece == 1 ? numbers() : Map.of(),
              piece == 1 ? vehicles() : Map.of(),
              piece == 1 ? doubtful() : List.of(),
              part,
              piece == 1 ? counts() : List.of(),
              piece == 1 ? passes() : List.of()));
    }
    return stock;
  }

  private Map<String, Long> vehicles() {
    TreeMap<String, Long> highest = new TreeMap<>();
    lanes.forEach((lane, book) -> highest.put(lane, book.highestVehicle()));
    return highest;
  }

  private List<SessionId> doubtful() {
    return doubtful.stream()
        .filter(id -> store.get(id).filter(Session::isOpen).isPresent())
        .toList();
  }

  private Map<String, Long> numbers() {
    TreeMap<String, Long> highest = new TreeMap<>(store.state().seen().upTo());
    store.state().seen().beyond().forEach(id -> highest.merge(id.origin(), id.number(), Math::max));
    store
        .state()
        .sessions()
        .keySet()
        .forEach(id -> highest.merge(id.origin(), id.number(), Math::max));
    return highest;
  }

  private List<Map.Entry<String, LaneCount>> counts() {
    List<Map.Entry<String, LaneCount>> counts = new ArrayList<>();
    lanes.forEach(
        (lane, book) -> {
          for (Place place : book.occupancy().places()) {
            counts.add(Map.entry(lane, book.count(place)));
          }
        });
    return counts;
  }

  private List<LanePass> passes() {
    return lanes.values().stream().flatMap(book -> book.open().stream()).toList();
  }
}
