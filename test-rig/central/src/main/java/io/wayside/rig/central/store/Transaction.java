// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import io.wayside.core.record.JournalRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Messages on their way into the tables. Nothing here is committed, and nothing outside is changed.
 */
final class Transaction {

  private final Bookkeeping bookkeeping;
  private final RecordTable records;
  private final Aside aside;
  private final Meanings meanings;
  private final Map<StreamKey, Books> books = new TreeMap<>();

  Transaction(Connection connection) {
    this.bookkeeping = new Bookkeeping(connection);
    this.records = new RecordTable(connection);
    this.aside = new Aside(connection);
    this.meanings = new Meanings(connection);
  }

  /** What becomes of each message, in their order. */
  List<Outcome> take(List<Message> messages) throws SQLException {
    openBooks(messages);
    Outcome[] outcomes = new Outcome[messages.size()];
    Map<Integer, StoredRecord> fresh = new LinkedHashMap<>();
    Map<Integer, StoredRecord> known = new LinkedHashMap<>();
    long arrival = records.highestArrival();
    for (int i = 0; i < outcomes.length; i++) {
      Message message = messages.get(i);
      if (message instanceof Message.Unsound unsound) {
        outcomes[i] = refuse(unsound);
      } else if (message instanceof Message.Sound sound) {
        StoredRecord row = row(sound, arrival + 1);
        Books stream = books(row.key());
        stream.heard(row.received());
        boolean isNew = stream.enter(row);
        arrival += isNew ? 1 : 0;
        (isNew ? fresh : known).put(i, row);
      }
    }
    List<StoredRecord> rows = new ArrayList<>(fresh.values());
    List<Boolean> inserted = records.insert(rows);
    int next = 0;
    for (Map.Entry<Integer, StoredRecord> each : fresh.entrySet()) {
      if (inserted.get(next++)) {
        outcomes[each.getKey()] = new Outcome.Stored(each.getValue());
        meanings.keep((Message.Sound) messages.get(each.getKey()));
      } else {
        known.put(each.getKey(), each.getValue()); // the runs did not know it: put in by hand
      }
    }
    for (Map.Entry<Integer, StoredRecord> each : known.entrySet()) {
      outcomes[each.getKey()] = again(each.getValue());
    }
    bookkeeping.close(books);
    aside.trim();
    return List.of(outcomes);
  }

  /** One look at the runs per stream, wide enough for all its numbers. */
  private void openBooks(List<Message> messages) throws SQLException {
    Map<StreamKey, Range> spans = new TreeMap<>();
    for (Message message : messages) {
      if (message instanceof Message.Sound sound) {
        long number = sound.record().id().sequence();
        spans.merge(StreamKey.of(sound.record().id()), new Range(number, number), Range::spanning);
      }
    }
    for (Map.Entry<StreamKey, Range> span : spans.entrySet()) {
      books.put(span.getKey(), bookkeeping.open(span.getKey(), span.getValue()));
    }
  }

  private Outcome again(StoredRecord row) throws SQLException {
    String keptHash = records.hashOf(row.id());
    if (keptHash.equals(row.hash())) {
      books(row.key()).repeated++;
      return new Outcome.Repeated(row.id());
    }
    books(row.key()).conflicting++;
    aside.keepConflict(row, keptHash);
    return new Outcome.Conflicting(row.id(), keptHash, row.hash());
  }

  private Outcome refuse(Message.Unsound unsound) throws SQLException {
    StreamKey claimed = unsound.claimed();
    boolean attributable = books.containsKey(claimed) || bookkeeping.knows(claimed);
    Books stream = books(attributable ? claimed : StreamKey.UNKNOWN);
    stream.refused++;
    stream.heard(unsound.received());
    aside.keepRefusal(unsound);
    return new Outcome.Refused(unsound.topic(), unsound.reason());
  }

  /** Without runs where no record of the stream came in this transaction. */
  private Books books(StreamKey key) {
    return books.computeIfAbsent(key, none -> new Books(List.of()));
  }

  private static StoredRecord row(Message.Sound sound, long arrival) {
    JournalRecord record = sound.record();
    return new StoredRecord(
        arrival,
        record.id(),
        record.kind().toString(),
        record.occurred().wall(),
        sound.received(),
        record.previousHash(),
        record.hash(),
        sound.payload());
  }
}
