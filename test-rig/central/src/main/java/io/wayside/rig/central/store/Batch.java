// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The rows of one transaction. Nothing here is committed, and nothing outside is changed. */
final class Batch {

  /** Contents kept aside of numbers that came twice; more are counted only. */
  static final int MOST_CONFLICTS = 10_000;

  /** Refused messages kept aside; older ones give way. */
  static final int MOST_REFUSALS = 1_000;

  static final String CHAIN_ORIGIN = "0".repeat(64);

  private final Connection connection;
  private final Predicate<StreamKey> known;
  private final List<Outcome> outcomes = new ArrayList<>();
  private final Map<StreamKey, Tally> tallies = new TreeMap<>();
  private long lastArrival;
  private long lastRefusal;

  Batch(Connection connection, Predicate<StreamKey> known, long lastArrival, long lastRefusal) {
    this.connection = connection;
    this.known = known;
    this.lastArrival = lastArrival;
    this.lastRefusal = lastRefusal;
  }

  List<Outcome> outcomes() {
    return outcomes;
  }

  Map<StreamKey, Tally> tallies() {
    return tallies;
  }

  long lastArrival() {
    return lastArrival;
  }

  long lastRefusal() {
    return lastRefusal;
  }

  void add(Message message) throws SQLException {
    if (message instanceof Message.Sound sound) {
      outcomes.add(keep(sound));
    } else if (message instanceof Message.Unsound unsound) {
      outcomes.add(refuse(unsound));
    }
  }

  /** Writes the counters; the last thing before the commit. */
  void close() throws SQLException {
    for (Map.Entry<StreamKey, Tally> each : tallies.entrySet()) {
      Tally tally = each.getValue();
      try (PreparedStatement upsert =
          connection.prepareStatement(
              """
              INSERT INTO streams VALUES (?, ?, ?, ?, ?, ?)
              ON CONFLICT (gateway, stream) DO UPDATE SET
                repeated = streams.repeated + excluded.repeated,
                conflicting = streams.conflicting + excluded.conflicting,
                refused = streams.refused + excluded.refused,
                last_heard = excluded.last_heard""")) {
        upsert.setString(1, each.getKey().gateway());
        upsert.setString(2, each.getKey().stream());
        upsert.setLong(3, tally.repeated);
        upsert.setLong(4, tally.conflicting);
        upsert.setLong(5, tally.refused);
        upsert.setLong(6, tally.lastHeard.toEpochMilli());
        upsert.executeUpdate();
      }
    }
    if (lastRefusal > MOST_REFUSALS) {
      try (PreparedStatement delete =
          connection.prepareStatement("DELETE FROM refusals WHERE number <= ?")) {
        delete.setLong(1, lastRefusal - MOST_REFUSALS);
        delete.executeUpdate();
      }
    }
  }

  private Outcome keep(Message.Sound sound) throws SQLException {
    JournalRecord record = sound.record();
    StoredRecord row =
        new StoredRecord(
            lastArrival + 1,
            record.id(),
            record.kind().toString(),
            record.occurred().wall(),
            sound.received(),
            record.previousHash(),
            record.hash(),
            sound.payload());
    Tally tally = tally(StreamKey.of(record.id()), sound);
    if (inserted(row)) {
      lastArrival++;
      tally.stored.add(record.id().sequence());
      tally.chainBreaks += brokenLinks(row);
      return new Outcome.Stored(row);
    }
    String keptHash = text("hash", record.id(), 0);
    if (keptHash.equals(record.hash())) {
      tally.repeated++;
      return new Outcome.Repeated(record.id());
    }
    tally.conflicting++;
    keepAside(row, keptHash);
    return new Outcome.Conflicting(record.id(), keptHash, record.hash());
  }

  private boolean inserted(StoredRecord row) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (gateway, stream, sequence) DO NOTHING""")) {
      bind(insert, row.id());
      insert.setLong(4, row.arrival());
      insert.setString(5, row.kind());
      insert.setString(6, row.occurred().toString());
      insert.setLong(7, row.received().toEpochMilli());
      insert.setString(8, row.previousHash());
      insert.setString(9, row.hash());
      insert.setString(10, row.payload());
      return insert.executeUpdate() == 1;
    }
  }

  /** Links to the record before and after it that do not hold, as far as those are stored. */
  private int brokenLinks(StoredRecord row) throws SQLException {
    String before = row.id().sequence() == 1 ? CHAIN_ORIGIN : text("hash", row.id(), -1);
    String after = text("previous_hash", row.id(), 1);
    int broken = before.isEmpty() || before.equals(row.previousHash()) ? 0 : 1;
    return broken + (after.isEmpty() || after.equals(row.hash()) ? 0 : 1);
  }

  /** A column of a record some numbers away; empty when that record is not stored. */
  private String text(String column, RecordId id, int away) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT "
                + column
                + " FROM records WHERE gateway = ? AND stream = ? AND sequence = ?")) {
      bind(select, id);
      select.setLong(3, id.sequence() + away);
      try (ResultSet found = select.executeQuery()) {
        return found.next() ? found.getString(1) : "";
      }
    }
  }

  private void keepAside(StoredRecord row, String keptHash) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO conflicts SELECT ?, ?, ?, ?, ?, ?, ?
            WHERE (SELECT COUNT(*) FROM conflicts) < ?
            ON CONFLICT (gateway, stream, sequence, hash) DO NOTHING""")) {
      bind(insert, row.id());
      insert.setString(4, row.hash());
      insert.setString(5, keptHash);
      insert.setLong(6, row.received().toEpochMilli());
      insert.setString(7, row.payload());
      insert.setInt(8, MOST_CONFLICTS);
      insert.executeUpdate();
    }
  }

  private Outcome refuse(Message.Unsound unsound) throws SQLException {
    boolean attributable = known.test(unsound.claimed()) || tallies.containsKey(unsound.claimed());
    tally(attributable ? unsound.claimed() : StreamKey.UNKNOWN, unsound).refused++;
    lastRefusal++;
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO refusals VALUES (?, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, lastRefusal);
      insert.setString(2, unsound.topic());
      insert.setString(3, unsound.reason());
      insert.setLong(4, unsound.received().toEpochMilli());
      insert.setInt(5, unsound.bytes());
      insert.setString(6, unsound.payload());
      insert.executeUpdate();
    }
    return new Outcome.Refused(unsound.topic(), unsound.reason());
  }

  private Tally tally(StreamKey key, Message message) {
    Tally tally = tallies.computeIfAbsent(key, none -> new Tally());
    tally.lastHeard = message.received();
    return tally;
  }

  private static void bind(PreparedStatement statement, RecordId id) throws SQLException {
    statement.setString(1, id.gateway());
    statement.setString(2, id.stream());
    statement.setLong(3, id.sequence());
  }
}
