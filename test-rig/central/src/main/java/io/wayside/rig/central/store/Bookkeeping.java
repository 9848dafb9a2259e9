// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads and writes runs, explanations and totals: completeness without looking at the records. */
final class Bookkeeping {

  private static final String TOUCHED =
      """
      SELECT first_number, last_number, before_hash, last_hash FROM runs
      WHERE gateway = ? AND stream = ? AND last_number >= ? AND first_number <= ?""";

  private static final String UPSERT =
      """
      INSERT INTO streams VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (gateway, stream) DO UPDATE SET
        chain_breaks = streams.chain_breaks + excluded.chain_breaks,
        repeated = streams.repeated + excluded.repeated,
        conflicting = streams.conflicting + excluded.conflicting,
        refused = streams.refused + excluded.refused,
        last_heard = CASE WHEN excluded.last_heard > streams.last_heard
                          THEN excluded.last_heard ELSE streams.last_heard END""";

  private final Connection connection;

  Bookkeeping(Connection connection) {
    this.connection = connection;
  }

  /** The books of a stream as far as numbers in this range concern them. */
  Books open(StreamKey key, Range numbers) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(TOUCHED)) {
      bind(select, key);
      select.setLong(3, numbers.first() - 1);
      select.setLong(4, numbers.last() == Long.MAX_VALUE ? numbers.last() : numbers.last() + 1);
      List<Run> runs = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          runs.add(new Run(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4)));
        }
      }
      return new Books(runs);
    }
  }

  boolean knows(StreamKey key) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT 1 FROM streams WHERE gateway = ? AND stream = ?")) {
      bind(select, key);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  void close(Map<StreamKey, Books> all) throws SQLException {
    try (PreparedStatement delete =
            connection.prepareStatement(
                "DELETE FROM runs WHERE gateway = ? AND stream = ? AND first_number = ?");
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?)");
        PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
      for (Map.Entry<StreamKey, Books> each : all.entrySet()) {
        StreamKey key = each.getKey();
        for (long first : each.getValue().runs().gone()) {
          bind(delete, key);
          delete.setLong(3, first);
          delete.addBatch();
        }
        for (Run run : each.getValue().runs().come()) {
          bind(insert, key);
          insert.setLong(3, run.first());
          insert.setLong(4, run.last());
          insert.setString(5, run.before());
          insert.setString(6, run.hash());
          insert.addBatch();
        }
        bind(upsert, key);
        upsert.setLong(3, each.getValue().chainBreaks);
        upsert.setLong(4, each.getValue().repeated);
        upsert.setLong(5, each.getValue().conflicting);
        upsert.setLong(6, each.getValue().refused);
        upsert.setLong(7, each.getValue().lastHeard.toEpochMilli());
        upsert.addBatch();
      }
      delete.executeBatch();
      insert.executeBatch();
      upsert.executeBatch();
    }
  }

  /** Completeness of every stream, in the order of their names. */
  List<StreamCount> counts() throws SQLException {
    Map<StreamKey, List<Range>> stored = new TreeMap<>();
    read(
        "SELECT gateway, stream, first_number, last_number FROM runs"
            + " ORDER BY gateway, stream, first_number",
        (key, row) ->
            stored
                .computeIfAbsent(key, none -> new ArrayList<>())
                .add(new Range(row.getLong(3), row.getLong(4))));
    Map<StreamKey, List<Explanation>> explained = new TreeMap<>();
    read(
        "SELECT gateway, stream, reason, first_number, last_number, step FROM explained",
        (key, row) ->
            explained
                .computeIfAbsent(key, none -> new ArrayList<>())
                .add(
                    new Explanation(
                        key,
                        Explanation.Reason.valueOf(row.getString(3)),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6))));
    List<StreamCount> counts = new ArrayList<>();
    totals(connection)
        .forEach(
            (key, totals) ->
                counts.add(
                    StreamCount.of(
                        key,
                        Completeness.of(
                            stored.getOrDefault(key, List.of()),
                            explained.getOrDefault(key, List.of())),
                        totals)));
    return counts;
  }

  static Map<StreamKey, StreamTotals> totals(Connection connection) throws SQLException {
    Map<StreamKey, StreamTotals> totals = new TreeMap<>();
    new Bookkeeping(connection)
        .read(
            "SELECT gateway, stream, chain_breaks, repeated, conflicting, refused, last_heard"
                + " FROM streams",
            (key, row) ->
                totals.put(
                    key,
                    new StreamTotals(
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        Instant.ofEpochMilli(row.getLong(7)))));
    return totals;
  }

  private interface RowReader {
    void take(StreamKey key, ResultSet row) throws SQLException;
  }

  private void read(String query, RowReader reader) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(query);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        reader.take(new StreamKey(row.getString(1), row.getString(2)), row);
      }
    }
  }

  private static void bind(PreparedStatement statement, StreamKey key) throws SQLException {
    statement.setString(1, key.gateway());
    statement.setString(2, key.stream());
  }
}
