// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import io.wayside.core.record.RecordId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads records. */
final class Rows {

  private Rows() {}

  static List<StoredRecord> ofStream(Connection connection, StreamKey key, long after, int limit)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT * FROM records WHERE gateway = ? AND stream = ? AND sequence > ?
            ORDER BY sequence LIMIT ?""")) {
      select.setString(1, key.gateway());
      select.setString(2, key.stream());
      select.setLong(3, after);
      select.setInt(4, limit);
      return read(select);
    }
  }

  static List<StoredRecord> arrivedAfter(Connection connection, long arrival, int limit)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT * FROM records WHERE arrival > ? ORDER BY arrival LIMIT ?")) {
      select.setLong(1, arrival);
      select.setInt(2, limit);
      return read(select);
    }
  }

  static List<StoredRecord> latest(Connection connection, int limit, String... kinds)
      throws SQLException {
    String where =
        kinds.length == 0
            ? ""
            : "WHERE kind IN (" + String.join(", ", Collections.nCopies(kinds.length, "?")) + ") ";
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT * FROM records " + where + "ORDER BY arrival DESC LIMIT ?")) {
      int place = 1;
      for (String kind : kinds) {
        select.setString(place++, kind);
      }
      select.setInt(place, limit);
      List<StoredRecord> rows = new ArrayList<>(read(select));
      Collections.reverse(rows);
      return rows;
    }
  }

  private static List<StoredRecord> read(PreparedStatement select) throws SQLException {
    List<StoredRecord> rows = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        rows.add(record(row));
      }
    }
    return rows;
  }

  static StoredRecord record(ResultSet row) throws SQLException {
    return new StoredRecord(
        row.getLong("arrival"),
        new RecordId(row.getString("gateway"), row.getString("stream"), row.getLong("sequence")),
        row.getString("kind"),
        Instant.parse(row.getString("occurred")),
        Instant.ofEpochMilli(row.getLong("received")),
        row.getString("previous_hash"),
        row.getString("hash"),
        row.getString("payload"));
  }

  static List<StoredRecord> openAlarms(Connection connection, int limit) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT records.* FROM alarms JOIN records
              ON records.gateway = alarms.gateway AND records.stream = alarms.stream
              AND records.sequence = alarms.sequence
            WHERE alarms.raised = 1 ORDER BY records.arrival DESC LIMIT ?""")) {
      select.setInt(1, limit);
      List<StoredRecord> rows = new ArrayList<>(read(select));
      Collections.reverse(rows);
      return rows;
    }
  }
}
