// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/** Opens connections to the database of a journal. */
final class Database {

  private static final int BUSY_MS = 10_000;
  private static final int CACHE_KIB = 4096;

  private Database() {}

  /**
   * The writing connection: write-ahead log, fsync at each commit, no checkpoint of SQLite's own
   * accord; transactions are begun and ended by hand.
   */
  static Connection openForWriting(Path file) throws SQLException {
    SQLiteConfig config = common();
    config.setPragma(SQLiteConfig.Pragma.JOURNAL_SIZE_LIMIT, "67108864");
    Connection connection = null;
    boolean done = false;
    try {
      connection = connect("jdbc:sqlite:" + file, config);
      execute(connection, "PRAGMA journal_mode=WAL");
      execute(connection, "PRAGMA synchronous=FULL");
      if (pragma(connection, "user_version") == 0) {
        create(connection);
      } else if (pragma(connection, "user_version") == 1) {
        raiseTo2(connection);
      }
      execute(connection, "PRAGMA wal_autocheckpoint=0");
      done = true;
      return connection;
    } finally {
      if (!done && connection != null) {
        connection.close();
      }
    }
  }

  /** A connection that reads while the other writes. */
  static Connection openForReading(Path file) throws SQLException {
    SQLiteConfig config = common();
    Connection connection = connect("jdbc:sqlite:" + file, config);
    execute(connection, "PRAGMA query_only=ON");
    return connection;
  }

  /** A connection that changes nothing, for a database that lies aside. */
  static Connection openForLooking(Path file) throws SQLException {
    SQLiteConfig config = common();
    config.setReadOnly(true);
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    config.setOpenMode(SQLiteOpenMode.OPEN_URI);
    return connect(
        "jdbc:sqlite:file:" + file.toAbsolutePath().toUri().getRawPath() + "?mode=ro", config);
  }

  /** A connection for checkpoints and for opening outboxes; each statement commits by itself. */
  static Connection openForOthers(Path file) throws SQLException {
    SQLiteConfig config = common();
    config.setSynchronous(SynchronousMode.FULL);
    return connect("jdbc:sqlite:" + file, config);
  }

  /** Copies as much of the log into the database as readers allow; waits for nobody. */
  static void checkpoint(Connection connection) throws SQLException {
    execute(connection, "PRAGMA wal_checkpoint(PASSIVE)");
  }

  /** Copies the whole log into the database and empties it; nobody else may have it open. */
  static void emptyLog(Connection connection) throws SQLException {
    execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
  }

  static long pragma(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA " + name)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void create(Connection connection) throws SQLException {
    execute(connection, "PRAGMA application_id=" + Schema.APPLICATION_ID);
    try (Transaction transaction = Transaction.begin(connection)) {
      for (String table : Schema.TABLES) {
        execute(connection, table);
      }
      execute(connection, "PRAGMA user_version=" + Schema.VERSION);
      transaction.commit();
    }
  }

  /** All or nothing; only new tables, so that what was kept is not touched. */
  private static void raiseTo2(Connection connection) throws SQLException {
    if (pragma(connection, "application_id") != Schema.APPLICATION_ID) {
      return; // not a journal: told as such by whoever reads it
    }
    try (Transaction transaction = Transaction.begin(connection)) {
      for (String table : Schema.ADDED_IN_2) {
        execute(connection, table);
      }
      execute(connection, "PRAGMA user_version=2");
      transaction.commit();
    }
  }

  private static SQLiteConfig common() {
    SQLiteConfig config = new SQLiteConfig();
    config.setPragma(SQLiteConfig.Pragma.CACHE_SIZE, Integer.toString(-CACHE_KIB));
    config.setPragma(SQLiteConfig.Pragma.TEMP_STORE, "MEMORY");
    config.setBusyTimeout(BUSY_MS);
    config.setGetGeneratedKeys(false); // nobody asks for them, and each statement would look
    return config;
  }

  private static Connection connect(String url, SQLiteConfig config) throws SQLException {
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(url);
    return source.getConnection();
  }
}
