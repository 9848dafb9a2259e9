// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/** Puts the ledger in the state the rows are in. */
final class Opening {

  /** Rows of a stream whose numbers follow each other have one difference to their row number. */
  private static final String RUNS =
      """
      SELECT gateway, stream, MIN(sequence), MAX(sequence) FROM (
        SELECT gateway, stream, sequence,
               sequence - ROW_NUMBER() OVER (PARTITION BY gateway, stream ORDER BY sequence) AS run
        FROM records) n
      GROUP BY gateway, stream, run""";

  private Opening() {}

  static void fill(Ledger ledger, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet run = statement.executeQuery(RUNS)) {
      while (run.next()) {
        ledger.addStored(
            new StreamKey(run.getString(1), run.getString(2)),
            new Range(run.getLong(3), run.getLong(4)));
      }
    }
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT gateway, stream, repeated, conflicting, refused, last_heard FROM streams")) {
      while (row.next()) {
        StreamKey key = new StreamKey(row.getString(1), row.getString(2));
        Tally tally = new Tally();
        tally.repeated = row.getLong(3);
        tally.conflicting = row.getLong(4);
        tally.refused = row.getLong(5);
        tally.lastHeard = Instant.ofEpochMilli(row.getLong(6));
        tally.chainBreaks = Evidence.chainBreaks(connection, key);
        ledger.add(key, tally);
      }
    }
  }

  static long highest(Connection connection, String column, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT COALESCE(MAX(" + column + "), 0) FROM " + table)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
