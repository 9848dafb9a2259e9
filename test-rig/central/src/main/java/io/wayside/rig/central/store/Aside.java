// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Keeps what is not stored: second contents of a number, and messages that are no records. */
final class Aside {

  /** Contents kept aside of numbers that came twice; more are counted only. */
  static final int MOST_CONFLICTS = 10_000;

  /** Refused messages kept aside; older ones give way. */
  static final int MOST_REFUSALS = 1_000;

  private final Connection connection;
  private long lastRefusal = -1;

  Aside(Connection connection) {
    this.connection = connection;
  }

  void keepConflict(StoredRecord row, String keptHash) throws SQLException {
    if (Database.number(connection, "SELECT COUNT(*) FROM conflicts") >= MOST_CONFLICTS) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO conflicts VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (gateway, stream, sequence, hash) DO NOTHING""")) {
      insert.setString(1, row.id().gateway());
      insert.setString(2, row.id().stream());
      insert.setLong(3, row.id().sequence());
      insert.setString(4, row.hash());
      insert.setString(5, keptHash);
      insert.setLong(6, row.received().toEpochMilli());
      insert.setString(7, row.payload());
      insert.executeUpdate();
    }
  }

  void keepRefusal(Message.Unsound unsound) throws SQLException {
    if (lastRefusal < 0) {
      lastRefusal = Database.number(connection, "SELECT COALESCE(MAX(number), 0) FROM refusals");
    }
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
  }

  void trim() throws SQLException {
    if (lastRefusal > MOST_REFUSALS) {
      try (PreparedStatement delete =
          connection.prepareStatement("DELETE FROM refusals WHERE number <= ?")) {
        delete.setLong(1, lastRefusal - MOST_REFUSALS);
        delete.executeUpdate();
      }
    }
  }
}
