// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.journal.outbox.Ranges;
import io.wayside.journal.record.Chain;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads records on a connection of its own, so that reading never holds up writing. */
final class RecordReader implements AutoCloseable {

  /** Rows ascending, and the hash before the first of them where it is known. */
  record Run(Optional<byte[]> before, List<KeptRow> rows) {}

  private @Nullable Connection current;
  private Filing filing;

  RecordReader(Connection connection) throws SQLException {
    this.current = connection;
    this.filing = Filing.of(connection);
  }

  /** Closes the connection and goes on with another; null while there is none. */
  synchronized void replace(@Nullable Connection next) throws SQLException {
    Connection before = current;
    current = next;
    if (next != null) {
      filing = Filing.of(next);
    }
    if (before != null) {
      before.close();
    }
  }

  private Connection connection() throws SQLException {
    Connection now = current;
    if (now == null) {
      throw new SQLException("the database is being replaced");
    }
    return now;
  }

  /** The rows of {@code first … last} that are there. */
  synchronized Run read(StreamState stream, long first, long last) throws SQLException {
    Optional<byte[]> before =
        first - 1 == stream.anchor() ? Optional.of(stream.anchorHash()) : Optional.empty();
    List<KeptRow> rows = new ArrayList<>();
    try (PreparedStatement select =
        connection()
            .prepareStatement(
                "SELECT place, batch, hash, content, digest FROM "
                    + filing.table(stream.id())
                    + " WHERE place BETWEEN ? AND ? ORDER BY place")) {
      select.setLong(1, Place.of(stream.id(), Math.max(0, first - 1)));
      select.setLong(2, Place.of(stream.id(), last));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          long sequence = Place.sequence(row.getLong(1));
          byte[] hash = row.getBytes(3);
          if (hash == null || hash.length != Chain.HASH_BYTES) {
            hash = Chain.origin(); // damaged: nothing follows to it, so it is told as such
          }
          if (sequence == first - 1) {
            before = Optional.of(hash);
          } else {
            rows.add(
                new KeptRow(
                    stream.name(),
                    sequence,
                    row.getLong(2),
                    hash,
                    row.getBytes(4),
                    row.getBytes(5)));
          }
        }
      }
    }
    if (before.isEmpty()) {
      before = gapEndingAt(stream, first - 1);
    }
    if (before.isEmpty()) {
      before = anchorAt(stream, first - 1);
    }
    return new Run(before, rows);
  }

  /**
   * Retention may have removed all up to {@code last} since the caller learnt where the stream
   * begins; the database knows better.
   */
  private Optional<byte[]> anchorAt(StreamState stream, long last) throws SQLException {
    try (PreparedStatement select =
        connection()
            .prepareStatement("SELECT anchor_hash FROM stream WHERE id = ? AND anchor = ?")) {
      select.setInt(1, stream.id());
      select.setLong(2, last);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.ofNullable(row.getBytes(1)) : Optional.empty();
      }
    }
  }

  private Optional<byte[]> gapEndingAt(StreamState stream, long last) throws SQLException {
    try (PreparedStatement select =
        connection().prepareStatement("SELECT hash FROM gap WHERE stream = ? AND last = ?")) {
      select.setInt(1, stream.id());
      select.setLong(2, last);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.ofNullable(row.getBytes(1)) : Optional.empty();
      }
    }
  }

  /** The numbers of {@code first … last} of which it is known that there is no record. */
  synchronized Ranges gaps(StreamState stream, long first, long last) throws SQLException {
    Ranges gaps = new Ranges(first - 1);
    try (PreparedStatement select =
        connection()
            .prepareStatement(
                "SELECT first, last FROM gap WHERE stream = ? AND first <= ? AND last >= ?")) {
      select.setInt(1, stream.id());
      select.setLong(2, last);
      select.setLong(3, first);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          gaps.add(row.getLong(1), row.getLong(2));
        }
      }
    }
    return gaps;
  }

  /** The numbers of {@code first … last} under which there is a record with its content. */
  synchronized Spans kept(StreamState stream, long first, long last) throws SQLException {
    Spans kept = new Spans();
    try (PreparedStatement select =
        connection()
            .prepareStatement(
                "SELECT place FROM "
                    + filing.table(stream.id())
                    + " WHERE place BETWEEN ? AND ? AND content IS NOT NULL ORDER BY place")) {
      select.setLong(1, Place.of(stream.id(), Math.max(0, first)));
      select.setLong(2, Place.of(stream.id(), Math.max(0, last)));
      try (ResultSet row = select.executeQuery()) {
        long from = 0;
        long to = -1;
        while (row.next()) {
          long sequence = Place.sequence(row.getLong(1));
          if (sequence != to + 1) {
            if (to >= from) {
              kept.add(from, to);
            }
            from = sequence;
          }
          to = sequence;
        }
        if (to >= from) {
          kept.add(from, to);
        }
      }
    }
    return kept;
  }

  @Override
  public synchronized void close() throws SQLException {
    replace(null);
  }
}
