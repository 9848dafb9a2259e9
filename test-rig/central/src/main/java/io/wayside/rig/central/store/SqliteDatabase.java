// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/** One SQLite file; several processes of one machine may share it. */
final class SqliteDatabase implements Database {

  private static final int BUSY_MS = 10_000;

  private final Path file;

  SqliteDatabase(String file) {
    this.file = Path.of(file).toAbsolutePath();
  }

  /** Write-ahead log, synchronised at each commit. */
  @Override
  public Connection openForWriting() throws SQLException {
    try {
      Path folder = file.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
    } catch (IOException refused) {
      throw new SQLException("its folder cannot be made: " + refused.getMessage(), refused);
    }
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    return checked(
        connect(config),
        connection -> {
          beginWriting(connection);
          if (Database.number(connection, "SELECT COUNT(*) FROM sqlite_master") == 0) {
            Database.execute(connection, Tables.CREATE.toArray(String[]::new));
            Database.execute(
                connection,
                "PRAGMA application_id=" + Tables.APPLICATION_ID,
                "PRAGMA user_version=" + Tables.VERSION);
          }
          requireOurs(connection);
          commit(connection);
        });
  }

  @Override
  public Connection openForReading() throws SQLException {
    if (!Files.isRegularFile(file)) {
      throw new SQLException("there is no such file");
    }
    return checked(
        connect(new SQLiteConfig()),
        connection -> {
          requireOurs(connection);
          Database.execute(connection, "PRAGMA query_only=1");
        });
  }

  // The driver's own transactions begin anew at each commit, and would keep all others out.

  @Override
  public void beginWriting(Connection connection) throws SQLException {
    Database.execute(connection, "BEGIN IMMEDIATE");
  }

  @Override
  public void beginReading(Connection connection) throws SQLException {
    Database.execute(connection, "BEGIN");
  }

  @Override
  public void commit(Connection connection) throws SQLException {
    Database.execute(connection, "COMMIT");
  }

  @Override
  public String place() {
    return file.toString();
  }

  @Override
  public String remedy() {
    return "look at its disk (space, rights, health)";
  }

  private void requireOurs(Connection connection) throws SQLException {
    if (Database.number(connection, "PRAGMA application_id") != Tables.APPLICATION_ID) {
      throw new SQLException("it is a database of something else");
    }
    long version = Database.number(connection, "PRAGMA user_version");
    if (version != Tables.VERSION) {
      throw Database.otherVersion(place(), version);
    }
  }

  private interface Preparation {
    void of(Connection connection) throws SQLException;
  }

  private static Connection checked(Connection connection, Preparation preparation)
      throws SQLException {
    try {
      preparation.of(connection);
      return connection;
    } catch (SQLException | RuntimeException failed) {
      connection.close();
      throw failed;
    }
  }

  private Connection connect(SQLiteConfig config) throws SQLException {
    config.setBusyTimeout(BUSY_MS);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source.getConnection();
  }
}
