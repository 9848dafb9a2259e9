// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import io.wayside.core.journal.Backlog;
import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.ProvenanceSource;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.parking.Key;
import io.wayside.tolling.parking.LanePass;
import io.wayside.tolling.parking.ParkingRecords;
import io.wayside.tolling.parking.SessionId;
import io.wayside.tolling.tariff.Tariff;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens a car park from what its journal has, and brings to an end what the last run had begun:
 * whoever came in on record and had no barrier raised goes back to the lane as unknown, and what
 * was half written about a passage is written to its end.
 */
public final class Opening {

  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

  /** Records that wait for the journal, beside a stock. */
  private static final int MOST_RECORDS = 1_024;

  /**
   * What a car park stands on.
   *
   * @param tagPays whether the tag of this key pays by itself at the exit
   */
  public record Parts(
      ParkSettings settings,
      Tariff tariff,
      Predicate<Key> tagPays,
      Journal journal,
      ProvenanceSource provenance,
      TimeSource time) {}

  private Opening() {}

  public static CarPark of(Parts parts) throws JournalException {
    return of(parts, Books.RECORDS_OF_A_STOCK);
  }

  /**
   * With stocks at another distance.
   *
   * @param recordsOfAStock after so many records one is taken
   */
  public static CarPark of(Parts parts, int recordsOfAStock) throws JournalException {
    ParkSettings settings = parts.settings();
    Books books = new Books(settings, recordsOfAStock);
    Rebuilding rebuilding = new Rebuilding(books);
    rebuilding.read(parts.journal(), ParkingRecords.stream(settings.id()));
    if (books.unreadRecords() > 0) {
      LOG.error(
          "{}: {} records could not be read; look at the stays before the lanes are opened",
          settings.id(),
          books.unreadRecords());
    }
    int most = MOST_RECORDS + StockTaking.mostPieces(settings.mostStays());
    Backlog backlog = new Backlog(parts.journal(), most, LOG::error);
    Writing writing = new Writing(settings.id(), backlog, parts.provenance(), parts.time());
    CarPark park =
        new CarPark(settings, parts.tariff(), parts.tagPays(), books, writing, parts.time());
    for (SessionId id : rebuilding.neverRaised()) {
      park.takeBack(id);
    }
    for (SessionId id : rebuilding.wentBack()) {
      park.takeBack(id);
    }
    for (LaneBook book : books.lanes().values()) {
      book.raiseOpen();
      for (LanePass pass : book.open()) {
        finish(park, books, pass);
      }
    }
    return park;
  }

  /** Its stay has ended by this very passage, which itself was not written any more. */
  private static void finish(CarPark park, Books books, LanePass pass) {
    if (pass.session().isEmpty()) {
      return;
    }
    SessionId id = pass.session().get();
    String event = CarPark.eventId(pass.lane(), pass.vehicle());
    if (books.hasEnding(id, CarPark.unprovenId(pass.lane(), pass.vehicle()))) {
      park.unproven(pass.lane(), pass.vehicle());
    } else if (pass.exit()
        && (books.hasEnding(id, event) || books.hasPayment(id, "tag/" + event))) {
      // Its tag pays when it has passed, and not before.
      park.passed(pass.lane(), true, pass.vehicle());
    } else if (books.hasEnding(id, event)) {
      park.wentBack(pass.lane(), pass.vehicle());
    }
  }
}
