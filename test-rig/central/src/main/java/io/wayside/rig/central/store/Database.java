// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/** Opens SQLite files; the only place that knows it is SQLite. */
final class Database {

  private static final int BUSY_MS = 10_000;

  private Database() {}

  /** Write-ahead log, synchronised at each commit; the tables are made in a new file. */
  static Connection openForWriting(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    config.setBusyTimeout(BUSY_MS);
    Connection connection = connect(file, config);
    try {
      requireOurs(connection, file);
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException | RuntimeException failed) {
      connection.close();
      throw failed;
    }
  }

  /** Reads while another connection or process writes. */
  static Connection openForReading(Path file) throws SQLException {
    if (!Files.isRegularFile(file)) {
      throw new SQLException("there is no such file");
    }
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MS);
    Connection connection = connect(file, config);
    try {
      if (number(connection, "PRAGMA application_id") != Tables.APPLICATION_ID) {
        throw notOurs();
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA query_only=1");
      }
      return connection;
    } catch (SQLException | RuntimeException failed) {
      connection.close();
      throw failed;
    }
  }

  private static void requireOurs(Connection connection, Path file) throws SQLException {
    if (number(connection, "SELECT COUNT(*) FROM sqlite_master") == 0) {
      create(connection);
    }
    if (number(connection, "PRAGMA application_id") != Tables.APPLICATION_ID) {
      throw notOurs();
    }
    long version = number(connection, "PRAGMA user_version");
    if (version != Tables.VERSION) {
      throw new SQLException(
          file + " has tables of version " + version + ", this release knows " + Tables.VERSION);
    }
  }

  private static SQLException notOurs() {
    return new SQLException("it is a database of something else");
  }

  /** All or nothing: a crash in between leaves an empty file, which is made anew. */
  private static void create(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      for (String table : Tables.CREATE) {
        statement.execute(table);
      }
      statement.execute("PRAGMA application_id=" + Tables.APPLICATION_ID);
      statement.execute("PRAGMA user_version=" + Tables.VERSION);
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private static Connection connect(Path file, SQLiteConfig config) throws SQLException {
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source.getConnection();
  }
}
