// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.journal.record.RecordEnvelope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Completeness worked out from the records alone, by SQL over all of them: it does not look at the
 * runs and explanations that are kept while records arrive, so that each can show the other wrong.
 */
public final class Evidence {

  /** Rows of a stream whose numbers follow each other have one difference to their row number. */
  private static final String RUNS =
      """
      SELECT MIN(sequence), MAX(sequence) FROM (
        SELECT sequence, sequence - ROW_NUMBER() OVER (ORDER BY sequence) AS run
        FROM records WHERE gateway = ? AND stream = ?) n
      GROUP BY run ORDER BY 1""";

  private static final String CHAIN_BREAKS =
      """
      SELECT COUNT(*) FROM (
        SELECT sequence, previous_hash,
               LAG(sequence) OVER (ORDER BY sequence) AS before_sequence,
               LAG(hash) OVER (ORDER BY sequence) AS before_hash
        FROM records WHERE gateway = ? AND stream = ?) n
      WHERE (sequence = 1 AND previous_hash <> ?)
         OR (before_sequence = sequence - 1 AND previous_hash <> before_hash)""";

  private Evidence() {}

  /** Reads a store that running centres may be writing at the same time. */
  public static List<StreamCount> of(String address) throws StoreFailed {
    try (Archive archive = Archive.open(address)) {
      return archive.counts();
    }
  }

  static List<StreamCount> count(Connection connection) throws SQLException {
    Map<StreamKey, StreamTotals> totals = Bookkeeping.totals(connection);
    Map<StreamKey, List<Explanation>> explained = explanations(connection);
    TreeSet<StreamKey> keys = new TreeSet<>(totals.keySet());
    keys.addAll(streams(connection));
    List<StreamCount> counts = new ArrayList<>();
    for (StreamKey key : keys) {
      StreamTotals kept = totals.getOrDefault(key, StreamTotals.NONE);
      counts.add(
          StreamCount.of(
              key,
              Completeness.of(ranges(connection, key), explained.getOrDefault(key, List.of())),
              new StreamTotals(
                  chainBreaks(connection, key),
                  kept.repeated(),
                  kept.conflicting(),
                  kept.refused(),
                  kept.lastHeard())));
    }
    return counts;
  }

  private static List<StreamKey> streams(Connection connection) throws SQLException {
    List<StreamKey> keys = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement("SELECT DISTINCT gateway, stream FROM records");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        keys.add(new StreamKey(row.getString(1), row.getString(2)));
      }
    }
    return keys;
  }

  private static List<Range> ranges(Connection connection, StreamKey key) throws SQLException {
    List<Range> ranges = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(RUNS)) {
      select.setString(1, key.gateway());
      select.setString(2, key.stream());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          ranges.add(new Range(row.getLong(1), row.getLong(2)));
        }
      }
    }
    return ranges;
  }

  /** Read from the records that explain. */
  private static Map<StreamKey, List<Explanation>> explanations(Connection connection)
      throws SQLException {
    Map<StreamKey, List<Explanation>> found = new TreeMap<>();
    try (PreparedStatement select =
        connection.prepareStatement("SELECT payload FROM records WHERE kind IN (?, ?)")) {
      select.setString(1, Explanations.THINNED);
      select.setString(2, Explanations.GAP);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          for (Explanation each :
              Explanations.in(RecordEnvelope.fromValue(Json.read(row.getString(1)).root()))) {
            found.computeIfAbsent(each.key(), none -> new ArrayList<>()).add(each);
          }
        }
      }
    } catch (GarbledData changed) {
      throw new SQLException("a stored record is damaged: " + changed.getMessage(), changed);
    }
    return found;
  }

  private static long chainBreaks(Connection connection, StreamKey key) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(CHAIN_BREAKS)) {
      select.setString(1, key.gateway());
      select.setString(2, key.stream());
      select.setString(3, Runs.CHAIN_ORIGIN);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }
}
