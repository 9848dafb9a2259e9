// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The centre's table of records, read by plain SQL. */
public final class CentreStore {

  private final Path file;

  /** A row. */
  public record Row(
      String gateway, String stream, long sequence, String kind, String payload, long receivedMs) {}

  public CentreStore(Path file) {
    this.file = file;
  }

  /** All rows, in the order of arrival. */
  public List<Row> rows() throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT gateway, stream, sequence, kind, payload, received FROM records"
                    + " ORDER BY arrival")) {
      while (row.next()) {
        rows.add(
            new Row(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6)));
      }
    }
    return rows;
  }

  /** The places that are there. */
  Set<Key> places() throws SQLException {
    Set<Key> places = new HashSet<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT stream, sequence FROM records")) {
      while (row.next()) {
        places.add(new Key(row.getString(1), row.getLong(2)));
      }
    }
    return places;
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }
}
