// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Completeness worked out from the rows alone, by SQL over all of them: it shares nothing with the
 * count that is kept while records arrive, so that each can show the other wrong.
 */
public final class Evidence {

  private static final String STREAMS =
      """
      SELECT k.gateway, k.stream,
             COALESCE(r.lowest, 0), COALESCE(r.highest, 0), COALESCE(r.stored, 0),
             COALESCE(s.repeated, 0), COALESCE(s.conflicting, 0), COALESCE(s.refused, 0),
             COALESCE(s.last_heard, 0)
      FROM (SELECT gateway, stream FROM records UNION SELECT gateway, stream FROM streams) k
      LEFT JOIN (SELECT gateway, stream, MIN(sequence) AS lowest, MAX(sequence) AS highest,
                        COUNT(*) AS stored
                 FROM records GROUP BY gateway, stream) r
        ON r.gateway = k.gateway AND r.stream = k.stream
      LEFT JOIN streams s ON s.gateway = k.gateway AND s.stream = k.stream
      ORDER BY k.gateway, k.stream""";

  private static final String GAPS =
      """
      SELECT previous + 1, sequence - 1 FROM (
        SELECT sequence, COALESCE(LAG(sequence) OVER (ORDER BY sequence), 0) AS previous
        FROM records WHERE gateway = ? AND stream = ?) n
      WHERE sequence > previous + 1 ORDER BY sequence""";

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

  /** Reads a store that a running centre may be writing at the same time. */
  public static List<StreamCount> of(Path file) throws StoreFailed {
    try (Connection connection = Database.openForReading(file)) {
      connection.setAutoCommit(false); // one moment for all queries
      return count(connection);
    } catch (SQLException failed) {
      throw new StoreFailed(
          "cannot read the store "
              + file
              + ": "
              + failed.getMessage()
              + "; name the file that"
              + " \"central run --store\" writes",
          failed);
    }
  }

  static List<StreamCount> count(Connection connection) throws SQLException {
    List<StreamCount> counts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(STREAMS)) {
      while (row.next()) {
        StreamKey key = new StreamKey(row.getString(1), row.getString(2));
        counts.add(
            count(
                connection,
                key,
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                Instant.ofEpochMilli(row.getLong(9))));
      }
    }
    return counts;
  }

  private static StreamCount count(
      Connection connection,
      StreamKey key,
      long first,
      long highest,
      long stored,
      long repeated,
      long conflicting,
      long refused,
      Instant lastHeard)
      throws SQLException {
    List<Range> gaps = gaps(connection, key);
    return new StreamCount(
        key,
        first,
        gaps.isEmpty() ? highest : gaps.get(0).first() - 1,
        highest,
        stored,
        gaps.stream().mapToLong(Range::size).sum(),
        gaps.subList(0, Math.min(gaps.size(), StreamCount.MOST_GAPS)),
        chainBreaks(connection, key),
        repeated,
        conflicting,
        refused,
        lastHeard);
  }

  private static List<Range> gaps(Connection connection, StreamKey key) throws SQLException {
    List<Range> gaps = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(GAPS)) {
      select.setString(1, key.gateway());
      select.setString(2, key.stream());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          gaps.add(new Range(row.getLong(1), row.getLong(2)));
        }
      }
    }
    return gaps;
  }

  static long chainBreaks(Connection connection, StreamKey key) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(CHAIN_BREAKS)) {
      select.setString(1, key.gateway());
      select.setString(2, key.stream());
      select.setString(3, Batch.CHAIN_ORIGIN);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }
}
