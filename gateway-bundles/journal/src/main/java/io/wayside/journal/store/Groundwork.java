// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The rows on which records stand: whose journal it is, where streams begin, which gaps they have.
 */
final class Groundwork {

  private Groundwork() {}

  /** The gateway whose journal this is; empty when none was named yet. */
  static String owner(Connection connection) throws SQLException {
    return about(connection, "gateway");
  }

  static void own(Connection connection, String gateway) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO about (name, value) VALUES ('gateway', ?) ON CONFLICT DO NOTHING")) {
      insert.setString(1, gateway);
      insert.executeUpdate();
    }
  }

  /** What the journal says of itself under a name; empty when nothing. */
  static String about(Connection connection, String name) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT value FROM about WHERE name = ?")) {
      select.setString(1, name);
      try (ResultSet row = select.executeQuery()) {
        String value = row.next() ? row.getString(1) : null;
        return value == null ? "" : value;
      }
    }
  }

  static void say(Connection connection, String name, String value) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO about (name, value) VALUES (?, ?)"
                + " ON CONFLICT (name) DO UPDATE SET value = excluded.value")) {
      insert.setString(1, name);
      insert.setString(2, value);
      insert.executeUpdate();
    }
  }

  /** A new stream, and the place for its records. */
  static void stream(
      Connection connection, int id, String name, int rank, long anchor, byte[] anchorHash)
      throws SQLException {
    Filing.of(connection).begin(connection, id);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO stream (id, name, importance, anchor, anchor_hash)"
                + " VALUES (?, ?, ?, ?, ?)")) {
      insert.setInt(1, id);
      insert.setString(2, name);
      insert.setInt(3, rank);
      insert.setLong(4, anchor);
      insert.setBytes(5, anchorHash);
      insert.executeUpdate();
    }
  }

  /** Numbers without a record; {@code hash} stands for the record at {@code last}. */
  static void gap(
      Connection connection, int stream, long first, long last, byte[] hash, String cause)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO gap (stream, first, last, hash, cause) VALUES (?, ?, ?, ?, ?)")) {
      insert.setInt(1, stream);
      insert.setLong(2, first);
      insert.setLong(3, last);
      insert.setBytes(4, hash);
      insert.setString(5, cause);
      insert.executeUpdate();
    }
  }
}
