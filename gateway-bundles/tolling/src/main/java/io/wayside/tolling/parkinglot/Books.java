// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import io.wayside.tolling.parking.Ending;
import io.wayside.tolling.parking.Entry;
import io.wayside.tolling.parking.Fact;
import io.wayside.tolling.parking.LanePass;
import io.wayside.tolling.parking.Occupancy;
import io.wayside.tolling.parking.ParkingRecords.Correction;
import io.wayside.tolling.parking.Place;
import io.wayside.tolling.parking.Session;
import io.wayside.tolling.parking.SessionId;
import io.wayside.tolling.parking.SessionStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Stays and counts of a car park in memory. Under the car park's lock. */
final class Books {

  /** After so many records a stock is taken: so much is read after a restart, and the stock. */
  static final int RECORDS_OF_A_STOCK = 10_000;

  /** So long the payments of ended stays are known again. */
  private static final Duration REMEMBERED = Duration.ofDays(7);

  private final ParkSettings settings;
  private final int recordsOfAStock;
  private final SessionStore store;
  private final TreeMap<String, LaneBook> lanes = new TreeMap<>();
  private final TreeSet<SessionId> doubtful = new TreeSet<>();
  private long stocks;
  private int sinceStock;
  private int unread;

  /**
   * @param recordsOfAStock after so many a stock is taken
   */
  Books(ParkSettings settings, int recordsOfAStock) {
    this.settings = settings;
    this.recordsOfAStock = recordsOfAStock;
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
    sinceStock++;
    return store.take(fact) == SessionStore.Taken.YES;
  }

  /** What is on record; false when its stay has been forgotten. */
  boolean recall(Fact fact) {
    sinceStock++;
    return store.recall(fact) == SessionStore.Taken.YES;
  }

  /** A record of a lane was written, or read again. */
  void passWritten() {
    sinceStock++;
  }

  /** A record that is there and says nothing to these books. */
  void unread() {
    unread++;
  }

  int unreadRecords() {
    return unread;
  }

  /** Whether an exit has let a vehicle pass by this stay and has not seen the end of that. */
  boolean isLeaving(SessionId id) {
    return exits(id).findAny().isPresent();
  }

  /** Whether a tag pays for the stay when the vehicle that was let pass has passed. */
  boolean isBeingCharged(SessionId id) {
    return exits(id).anyMatch(pass -> pass.chargeMinor() > 0);
  }

  private Stream<LanePass> exits(SessionId id) {
    return lanes.values().stream()
        .flatMap(book -> book.open().stream())
        .filter(pass -> pass.exit() && pass.session().filter(id::equals).isPresent());
  }

  /** Money was taken for a vehicle that nobody knows, and it has not left with that. */
  List<SessionId> paidForNobody(Instant before) {
    return store.state().sessions().values().stream()
        .filter(stay -> stay.entry().isEmpty() && stay.endings().isEmpty())
        .filter(stay -> !stay.payments().isEmpty() && !isLeaving(stay.id()))
        .filter(stay -> stay.payments().last().at().isBefore(before))
        .map(Session::id)
        .toList();
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

  void doubt(SessionId id) {
    doubtful.add(id);
  }

  /** Whether nobody saw it come in, and it has not left since nor been paid for inside. */
  boolean isDoubtful(SessionId id) {
    doubtful.removeIf(each -> store.get(each).filter(Session::isOpen).isEmpty());
    return doubtful.contains(id)
        && store.get(id).filter(stay -> stay.payments().isEmpty()).isPresent();
  }

  boolean hasEnding(SessionId id, String event) {
    return store.get(id).stream()
        .flatMap(stay -> stay.endings().stream())
        .anyMatch(ending -> ending.id().equals(event));
  }

  boolean hasPayment(SessionId id, String payment) {
    return store.get(id).stream()
        .flatMap(stay -> stay.payments().stream())
        .anyMatch(paid -> paid.id().equals(payment));
  }

  /**
   * Whether the stay had ended by an event of such a name, and was not seen leaving: not by what is
   * written of the event that is asked about.
   */
  boolean endedBy(SessionId id, String beginning, String but) {
    List<Ending> before =
        store.get(id).stream()
            .flatMap(stay -> stay.endings().stream())
            .filter(ending -> !ending.id().equals(but))
            .toList();
    return before.stream().anyMatch(ending -> ending.id().startsWith(beginning))
        && before.stream().noneMatch(ending -> ending.how() == Ending.How.LEFT);
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
    if (sinceStock < recordsOfAStock) {
      return;
    }
    sinceStock = 0;
    stocks++;
    store.forget(now.minus(REMEMBERED));
    writing.stock(new StockTaking(store, lanes, doubtful).stock(stocks));
  }

  /** A piece of the stock of this number was read; its number is not given again. */
  void stockRead(long number) {
    stocks = Math.max(stocks, number);
    sinceStock = 0;
  }
}
