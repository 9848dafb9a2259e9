// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import io.wayside.tolling.parking.Entry;
import io.wayside.tolling.parking.Fact;
import io.wayside.tolling.parking.LaneCount;
import io.wayside.tolling.parking.LanePass;
import io.wayside.tolling.parking.Occupancy;
import io.wayside.tolling.parking.ParkingRecords.Correction;
import io.wayside.tolling.parking.Place;
import io.wayside.tolling.parking.Session;
import io.wayside.tolling.parking.SessionId;
import io.wayside.tolling.parking.SessionStore;
import io.wayside.tolling.parking.StockPiece;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Stays and counts of a car park in memory. Under the car park's lock. */
final class Books {

  /** After so many facts a stock is taken: so much is read after a restart, and what is open. */
  private static final int FACTS_OF_A_STOCK = 4_000;

  /** Stays in one record of a stock. */
  private static final int STAYS_OF_A_PIECE = 50;

  /** So long the payments of ended stays are known again. */
  private static final Duration REMEMBERED = Duration.ofDays(7);

  private final ParkSettings settings;
  private final SessionStore store;
  private final TreeMap<String, LaneBook> lanes = new TreeMap<>();
  private final Set<SessionId> doubtful = new TreeSet<>();
  private long stocks;
  private int factsSinceStock;

  Books(ParkSettings settings) {
    this.settings = settings;
    this.store = new SessionStore(settings.mostStays());
  }

  SessionStore store() {
    return store;
  }

  LaneBook of(String lane) {
    return lanes.computeIfAbsent(lane, LaneBook::new);
  }

  Map<String, LaneBook> lanes() {
    return lanes;
  }

  /** False when there is no room, or the stay has been forgotten. */
  boolean take(Fact fact) {
    factsSinceStock++;
    return store.take(fact) == SessionStore.Taken.YES;
  }

  boolean isStoreFull() {
    return store.size() >= settings.mostStays()
        && store.state().sessions().values().stream().noneMatch(s -> s.ending().isPresent());
  }

  /** Where the vehicle of a stay counts. */
  Place placeOf(Optional<SessionId> session) {
    Optional<Entry> entry = session.flatMap(store::get).flatMap(Session::entry);
    return entry
        .map(came -> new Place(came.area(), came.vehicleClass()))
        .orElse(settings.usualPlace());
  }

  /** Nobody saw whether this vehicle came in. */
  void doubt(LanePass pass) {
    if (!pass.exit()) {
      pass.session().ifPresent(doubtful::add);
    }
  }

  /** Whether nobody saw it come in, and it has not left since. */
  boolean isDoubtful(SessionId id) {
    doubtful.removeIf(each -> store.get(each).filter(Session::isOpen).isEmpty());
    return doubtful.contains(id);
  }

  boolean hasEnding(SessionId id, String event) {
    return store.get(id).stream()
        .flatMap(stay -> stay.endings().stream())
        .anyMatch(ending -> ending.id().equals(event));
  }

  /** Whether an ending of such a name counts for the stay. */
  boolean endedBy(SessionId id, String beginning) {
    return store
        .get(id)
        .flatMap(Session::ending)
        .filter(ending -> ending.id().startsWith(beginning))
        .isPresent();
  }

  boolean cameInSeen(Optional<SessionId> session) {
    return session.flatMap(store::get).flatMap(Session::entry).isPresent();
  }

  /** Vehicles inside, by what all lanes counted. */
  long inside() {
    return places().stream().mapToLong(this::inside).sum();
  }

  long inside(Place place) {
    return lanes.values().stream().mapToLong(book -> book.occupancy().mineAt(place).inside()).sum();
  }

  SortedSet<Place> places() {
    TreeSet<Place> places = new TreeSet<>();
    lanes.values().forEach(book -> places.addAll(book.occupancy().places()));
    return places;
  }

  long correct(Place place, long counted, String actor, String reason, Writing writing) {
    LaneBook byHand = of(settings.id());
    Occupancy all = byHand.occupancy();
    lanes.values().forEach(book -> all.unite(book.occupancy().state()));
    long by = all.correct(place, counted);
    writing.correction(
        place, all.mineAt(place), inside(place), new Correction(actor, by, reason), byHand.watch());
    return by;
  }

  /** Takes a stock when it is time for one. */
  void takeStock(Writing writing, Instant now) {
    if (factsSinceStock < FACTS_OF_A_STOCK) {
      return;
    }
    factsSinceStock = 0;
    stocks++;
    store.forget(now.minus(REMEMBERED));
    stock(stocks).forEach(writing::stock);
  }

  /** A stock of the given number was read. */
  void stockRead(long number) {
    stocks = Math.max(stocks, number);
    factsSinceStock = 0;
  }

  List<StockPiece> stock(long number) {
    List<Session> open =
        store.state().sessions().values().stream().filter(s -> s.endings().isEmpty()).toList();
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
              part,
              piece == 1 ? counts() : List.of(),
              piece == 1 ? passes() : List.of()));
    }
    return stock;
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
