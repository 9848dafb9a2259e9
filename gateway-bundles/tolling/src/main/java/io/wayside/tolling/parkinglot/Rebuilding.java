// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.parking.Fact;
import io.wayside.tolling.parking.LaneCount;
import io.wayside.tolling.parking.LanePass;
import io.wayside.tolling.parking.ParkingRecords;
import io.wayside.tolling.parking.RecordReader;
import io.wayside.tolling.parking.Seen;
import io.wayside.tolling.parking.Session;
import io.wayside.tolling.parking.SessionId;
import io.wayside.tolling.parking.SessionStore;
import io.wayside.tolling.parking.StockPiece;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the books again from the journal: from the last whole stock, and all that came after. */
final class Rebuilding {

  private static final Logger LOG = LoggerFactory.getLogger(Rebuilding.class);

  /** More than are written between two stocks, as long as less than that are open. */
  private static final int FIRST_LOOK = 20_000;

  private static final int MOST_LOOKED_AT = 50_000_000;

  private final Books books;
  private final Set<SessionId> entered = new LinkedHashSet<>();
  private final Set<SessionId> wentBack = new LinkedHashSet<>();
  private final TreeMap<String, Long> numbers = new TreeMap<>();

  Rebuilding(Books books) {
    this.books = books;
  }

  /** What came in by the last records and was not let pass: no barrier was raised for it. */
  List<SessionId> neverRaised() {
    return entered.stream()
        .filter(id -> books.store().get(id).filter(Session::isOpen).isPresent())
        .toList();
  }

  /** What went back at an entry by a record of the lane, and whose stay was not ended any more. */
  List<SessionId> wentBack() {
    return wentBack.stream()
        .filter(id -> books.store().get(id).filter(Session::isOpen).isPresent())
        .toList();
  }

  void read(Journal journal, String stream) throws JournalException {
    int most = FIRST_LOOK;
    List<JournalRecord> last = journal.last(stream, most);
    while (last.size() == most && stockIn(last) < 0 && most < MOST_LOOKED_AT) {
      most *= 4;
      last = journal.last(stream, most);
    }
    int from = Math.max(0, stockIn(last));
    last.subList(from, last.size()).forEach(this::take);
  }

  /**
   * Where the last whole stock begins; below zero when there is none. What lacks one piece is no
   * stock: the stays of that piece would be taken for ended.
   */
  private static int stockIn(List<JournalRecord> records) {
    for (int at = records.size() - 1; at >= 0; at--) {
      Optional<StockPiece> last = piece(records.get(at));
      if (last.isPresent() && last.get().piece() == last.get().pieces()) {
        int from = at - last.get().pieces() + 1;
        if (from >= 0 && isWhole(records.subList(from, at), last.get())) {
          return from;
        }
      }
    }
    return -1;
  }

  private static boolean isWhole(List<JournalRecord> before, StockPiece last) {
    for (int i = 0; i < before.size(); i++) {
      int number = i + 1;
      boolean fits =
          piece(before.get(i))
              .filter(piece -> piece.number() == last.number())
              .filter(piece -> piece.pieces() == last.pieces())
              .filter(piece -> piece.piece() == number)
              .isPresent();
      if (!fits) {
        LOG.warn("a stock that ends with piece {} lacks piece {}", last.piece(), number);
        return false;
      }
    }
    return true;
  }

  private static Optional<StockPiece> piece(JournalRecord record) {
    if (!record.kind().equals(ParkingRecords.OPEN)) {
      return Optional.empty();
    }
    try {
      return Optional.of(StockPiece.read(record.body()));
    } catch (GarbledData notOurs) {
      LOG.warn("{} cannot be read and is no stock", record.id(), notOurs);
      return Optional.empty();
    }
  }

  private void take(JournalRecord record) {
    try {
      if (record.kind().equals(ParkingRecords.OPEN)) {
        stock(StockPiece.read(record.body()));
      } else if (record.kind().equals(ParkingRecords.PASS)) {
        pass(LanePass.read(record.body()));
      } else if (record.kind().equals(ParkingRecords.COUNT)) {
        Node body = Node.of(record.kind().toString(), record.body());
        books.of(body.member("lane").text()).resume(LaneCount.read(body));
      } else if (record.kind().equals(ParkingRecords.SESSION)
          || record.kind().equals(ParkingRecords.PAYMENT)) {
        fact(RecordReader.fact(record.kind(), record.body()));
      }
    } catch (GarbledData notOurs) {
      books.unread();
      LOG.error("{} cannot be read and is passed over, look at it", record.id(), notOurs);
    }
  }

  private void fact(Fact fact) {
    if (!books.recall(fact)) {
      LOG.error("{} came after its stay was forgotten, look at it", fact);
      books.unread();
    }
    if (fact instanceof Fact.Entered) {
      entered.add(fact.session());
    }
  }

  private void pass(LanePass pass) {
    books.of(pass.lane()).resume(pass);
    books.passWritten();
    if (pass.event() == LanePass.Event.UNPROVEN) {
      books.doubt(pass);
    }
    if (pass.event() == LanePass.Event.BACK && !pass.exit()) {
      pass.session().ifPresent(wentBack::add);
    }
    pass.session().ifPresent(entered::remove);
  }

  private void stock(StockPiece piece) {
    TreeMap<SessionId, Session> stays = new TreeMap<>();
    piece.stays().forEach(stay -> stays.put(stay.id(), stay));
    books.store().unite(new SessionStore.State(Seen.nothing(), stays));
    piece.passes().forEach(pass -> books.of(pass.lane()).resume(pass));
    piece.counts().forEach(count -> books.of(count.getKey()).resume(count.getValue()));
    piece.vehicles().forEach((lane, highest) -> books.of(lane).used(highest));
    piece.doubtful().forEach(books::doubt);
    numbers.putAll(piece.numbers());
    books.stockRead(piece.number());
    if (piece.piece() == piece.pieces()) {
      // All that matter are here by now; every other number was given and is gone.
      Seen given = new Seen(numbers, new TreeSet<>());
      books.store().unite(new SessionStore.State(given, books.store().state().sessions()));
    }
  }
}
