// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.data.GarbledData;
import io.wayside.journal.record.Chain;
import io.wayside.journal.seal.SealingKey;
import io.wayside.journal.seal.SignedSeal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database that may be damaged, such as one that was set aside, read as far as it can be read.
 * Nothing in it is believed here: what cannot be read is simply not there. It is not changed.
 */
final class OldDatabase implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OldDatabase.class);

  /** A stream as the database says it is. */
  @SuppressWarnings("ArrayRecordComponent") // read once; never compared
  record OldStream(int id, String name, int rank, long anchor, byte[] anchorHash) {}

  /** A row, and the importance it is filed under. */
  record OldRow(KeptRow row, int rank) {}

  /** What a destination acknowledged, by the number of the stream. */
  record OldCursor(String destination, int stream, long through, String beyond) {}

  private final Connection connection;
  private PreparedStatement selectSeal;
  private final Filing filing;

  static OldDatabase open(Path file) throws SQLException {
    return new OldDatabase(Database.openForLooking(file));
  }

  /** Takes the connection and closes it. */
  OldDatabase(Connection connection) throws SQLException {
    this.connection = connection;
    boolean done = false;
    try {
      long form = Database.pragma(connection, "user_version");
      if (form < 1 || form > Schema.VERSION) {
        throw new SQLException("it is in a form this release does not read");
      }
      this.filing = Filing.of(connection);
      this.selectSeal = selectSeal(connection);
      done = true;
    } finally {
      if (!done) {
        connection.close();
      }
    }
  }

  /** From here on all is read from one state of a database in use. */
  void hold() throws SQLException {
    Database.execute(connection, "BEGIN");
  }

  String owner() throws SQLException {
    return Groundwork.owner(connection);
  }

  /** The streams, the most important first. */
  List<OldStream> streams() {
    List<OldStream> streams = new ArrayList<>();
    each(
        "SELECT id, name, importance, anchor, anchor_hash FROM stream ORDER BY importance, id",
        row -> {
          String name = row.getString(2);
          byte[] hash = row.getBytes(5);
          int rank = row.getInt(3);
          if (name != null && isHash(hash) && rank >= 1 && rank <= 5 && row.getLong(4) >= 0) {
            streams.add(new OldStream(row.getInt(1), name, rank, row.getLong(4), hash));
          }
        });
    return streams;
  }

  /** The gaps of a stream by their first number. */
  NavigableMap<Long, Contents.Gap> gaps(OldStream stream) {
    NavigableMap<Long, Contents.Gap> gaps = new TreeMap<>();
    each(
        "SELECT first, last, hash, cause FROM gap WHERE stream = " + stream.id(),
        row -> {
          long first = row.getLong(1);
          long last = row.getLong(2);
          byte[] hash = row.getBytes(3);
          if (first >= 1 && first <= last && last < Place.LAST_SEQUENCE && isHash(hash)) {
            String cause = Optional.ofNullable(row.getString(4)).orElse("");
            gaps.put(first, new Contents.Gap(stream.name(), first, last, hash, cause));
          }
        });
    return gaps;
  }

  List<String> destinations() {
    List<String> names = new ArrayList<>();
    each(
        "SELECT name FROM destination ORDER BY id",
        row -> {
          String name = row.getString(1);
          if (name != null) {
            names.add(name);
          }
        });
    return names;
  }

  List<OldCursor> cursors() {
    List<OldCursor> cursors = new ArrayList<>();
    each(
        "SELECT name, stream, through, beyond FROM cursor"
            + " JOIN destination ON destination.id = cursor.destination",
        row -> {
          String name = row.getString(1);
          String beyond = Optional.ofNullable(row.getString(4)).orElse("");
          if (name != null && row.getLong(3) >= 0) {
            cursors.add(new OldCursor(name, row.getInt(2), row.getLong(3), beyond));
          }
        });
    return cursors;
  }

  Map<String, SealingKey> keys() {
    Map<String, SealingKey> keys = new HashMap<>();
    each(
        "SELECT id, public FROM sealing_key",
        row -> {
          byte[] encoded = row.getBytes(2);
          try {
            SealingKey key = SealingKey.of(encoded == null ? new byte[0] : encoded);
            if (key.id().equals(row.getString(1))) {
              keys.put(key.id(), key);
            }
          } catch (GarbledData damaged) {
            LOG.warn("a sealing key in the old database is damaged: {}", damaged.getMessage());
          }
        });
    return keys;
  }

  /** The lowest or highest number of a seal; empty when that cannot be read or there is none. */
  OptionalLong seal(String minOrMax) {
    List<Long> found = new ArrayList<>();
    each(
        "SELECT " + minOrMax + "(batch) FROM seal",
        row -> {
          if (row.getLong(1) > 0) {
            found.add(row.getLong(1));
          }
        });
    return found.isEmpty() ? OptionalLong.empty() : OptionalLong.of(found.get(0));
  }

  Optional<SignedSeal> seal(long batch) {
    try {
      selectSeal.setLong(1, batch);
      try (ResultSet row = selectSeal.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        String key = row.getString(1);
        byte[] content = row.getBytes(2);
        byte[] signature = row.getBytes(3);
        return key == null || content == null || signature == null
            ? Optional.empty()
            : Optional.of(new SignedSeal(key, content, signature));
      }
    } catch (SQLException unreadable) {
      renewSelectSeal();
      return Optional.empty();
    }
  }

  private static PreparedStatement selectSeal(Connection connection) throws SQLException {
    return connection.prepareStatement("SELECT key, content, signature FROM seal WHERE batch = ?");
  }

  /** The driver finalizes a statement that met damage; the other seals can be read all the same. */
  private void renewSelectSeal() {
    try {
      selectSeal.close();
      selectSeal = selectSeal(connection);
    } catch (SQLException unreadable) {
      LOG.warn("the seals of the old database cannot be read: {}", unreadable.getMessage());
    }
  }

  /** The rows of {@code first … last} that can be read, ascending. */
  List<OldRow> rows(OldStream stream, long first, long last) {
    List<OldRow> rows = new ArrayList<>();
    if (!read(stream, first, last, rows) && first < last) {
      rows.clear();
      for (long sequence = first; sequence <= last; sequence++) {
        read(stream, sequence, sequence, rows); // one by one: only what is damaged is missed
      }
    }
    return rows;
  }

  private boolean read(OldStream stream, long first, long last, List<OldRow> rows) {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT place, batch, hash, content, digest, importance FROM "
                + filing.table(stream.id())
                + " WHERE place BETWEEN ? AND ? ORDER BY place")) {
      select.setLong(1, Place.of(stream.id(), first));
      select.setLong(2, Place.of(stream.id(), last));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          byte[] hash = row.getBytes(3);
          if (isHash(hash)) {
            KeptRow kept =
                new KeptRow(
                    stream.name(),
                    Place.sequence(row.getLong(1)),
                    row.getLong(2),
                    hash,
                    row.getBytes(4),
                    row.getBytes(5));
            rows.add(new OldRow(kept, row.getInt(6)));
          }
        }
      }
      return true;
    } catch (SQLException unreadable) {
      return false;
    }
  }

  /** The first number from {@code first} on that has a row; {@code first} when that is unknown. */
  OptionalLong next(OldStream stream, long first) {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT place FROM "
                + filing.table(stream.id())
                + " WHERE place BETWEEN ? AND ? ORDER BY place LIMIT 1")) {
      select.setLong(1, Place.of(stream.id(), first));
      select.setLong(2, Place.of(stream.id(), Place.LAST_SEQUENCE));
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? OptionalLong.of(Place.sequence(row.getLong(1))) : OptionalLong.empty();
      }
    } catch (SQLException unreadable) {
      return OptionalLong.of(first);
    }
  }

  /** The highest number of a stream that can be read; 0 when there is none. */
  long highest(OldStream stream) {
    List<Long> found = new ArrayList<>();
    each(
        "SELECT place FROM "
            + filing.table(stream.id())
            + " WHERE place BETWEEN "
            + Place.of(stream.id(), 0)
            + " AND "
            + Place.of(stream.id(), Place.LAST_SEQUENCE)
            + " ORDER BY place DESC LIMIT 1",
        row -> found.add(Place.sequence(row.getLong(1))));
    return found.isEmpty() ? 0 : found.get(0);
  }

  private interface RowTaker {
    void take(ResultSet row) throws SQLException;
  }

  private void each(String sql, RowTaker taker) {
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        taker.take(row);
      }
    } catch (SQLException unreadable) {
      LOG.warn("a part of the old database cannot be read: {}", unreadable.getMessage());
    }
  }

  private static boolean isHash(byte @Nullable [] hash) {
    return hash != null && hash.length == Chain.HASH_BYTES;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
