// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What differs from one database to the other; the statements themselves are the same. */
interface Database {

  /** A file is SQLite, {@code jdbc:postgresql:…} is PostgreSQL. */
  static Database at(String address) {
    return address.startsWith(PostgresDatabase.SCHEME)
        ? new PostgresDatabase(address)
        : new SqliteDatabase(address);
  }

  /** A connection for {@link #beginWriting}; makes missing tables. */
  Connection openForWriting() throws SQLException;

  /** A connection that cannot change anything; the tables must be there. */
  Connection openForReading() throws SQLException;

  /**
   * Begins a transaction: waits until no other instance is within one, and keeps all others waiting
   * until this one ends. So arrivals are numbered in the order of the commits, and whoever counts
   * sees all.
   */
  void beginWriting(Connection connection) throws SQLException;

  /** Begins a transaction that sees the tables as they are at one moment. */
  void beginReading(Connection connection) throws SQLException;

  /** Ends a transaction; what was written is on stable storage then. */
  void commit(Connection connection) throws SQLException;

  /** Where it is, without any password. */
  String place();

  /** What to look at when it cannot be used. */
  String remedy();

  /** The first column of the first row; 0 when there is none. */
  static long number(Connection connection, String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet row = statement.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  static void execute(Connection connection, String... commands) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }

  static SQLException otherVersion(String place, long version) {
    return new SQLException(
        place
            + " has tables of version "
            + version
            + ", this release knows "
            + Tables.VERSION
            + "; name another store and have the gateways send again");
  }
}
