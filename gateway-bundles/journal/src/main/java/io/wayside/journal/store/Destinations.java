// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The destinations known to the database, and what each had acknowledged when it was closed. */
final class Destinations implements AutoCloseable {

  private @Nullable Connection current;

  Destinations(Connection connection) {
    this.current = connection;
  }

  /** Closes the connection and goes on with another; null while there is none. */
  synchronized void replace(@Nullable Connection next) throws SQLException {
    Connection before = current;
    current = next;
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

  /** The destination's number; a new one is on stable storage when this returns. */
  synchronized int number(String name) throws SQLException {
    try (PreparedStatement insert =
            connection()
                .prepareStatement(
                    "INSERT INTO destination (name) SELECT ? WHERE NOT EXISTS"
                        + " (SELECT 1 FROM destination WHERE name = ?)");
        PreparedStatement select =
            connection().prepareStatement("SELECT id FROM destination WHERE name = ?")) {
      insert.setString(1, name);
      insert.setString(2, name);
      insert.executeUpdate();
      select.setString(1, name);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("destination " + name + " was written and is not there");
        }
        return row.getInt(1);
      }
    }
  }

  /** Fails when what is kept of the destinations, or of the blobs, cannot be read. */
  static void requireReadable(Connection connection) throws SQLException {
    for (String table : List.of("destination", "cursor", "blob", "mark", "thinning", "refusal")) {
      try (PreparedStatement select = connection.prepareStatement("SELECT * FROM " + table);
          ResultSet row = select.executeQuery()) {
        while (row.next()) {
          row.getString(1);
        }
      }
    }
  }

  /** Forgets a destination and its cursors, on the writer's connection. */
  static void forget(Connection connection, int number) throws SQLException {
    try (Transaction transaction = Transaction.begin(connection);
        PreparedStatement cursors =
            connection.prepareStatement("DELETE FROM cursor WHERE destination = ?");
        PreparedStatement destination =
            connection.prepareStatement("DELETE FROM destination WHERE id = ?")) {
      // Both at once: a later destination may be given the same number and must begin anew.
      cursors.setInt(1, number);
      cursors.executeUpdate();
      destination.setInt(1, number);
      destination.executeUpdate();
      transaction.commit();
    }
  }

  /** All that were ever opened and not forgotten. */
  synchronized List<String> names() throws SQLException {
    List<String> names = new ArrayList<>();
    try (PreparedStatement select =
            connection().prepareStatement("SELECT name FROM destination ORDER BY id");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    return names;
  }

  /** The cursors of a destination by stream. */
  synchronized Map<String, CursorRow> cursors(int number) throws SQLException {
    Map<String, CursorRow> cursors = new LinkedHashMap<>();
    try (PreparedStatement select =
        connection()
            .prepareStatement(
                "SELECT name, through, beyond FROM cursor JOIN stream ON stream.id = cursor.stream"
                    + " WHERE destination = ?")) {
      select.setInt(1, number);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String beyond = row.getString(3);
          cursors.put(
              row.getString(1),
              new CursorRow(
                  number, row.getString(1), row.getLong(2), beyond == null ? "" : beyond));
        }
      }
    }
    return cursors;
  }

  @Override
  public synchronized void close() throws SQLException {
    replace(null);
  }
}
