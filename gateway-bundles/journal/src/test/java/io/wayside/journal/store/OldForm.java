// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a journal of today back into an older form, by the statements that form was written with.
 */
final class OldForm {

  /** As they were written down for form 1; not those of the code. */
  private static final List<String> FORM_1 =
      List.of(
          "CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
          "CREATE TABLE stream (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,"
              + " importance INTEGER NOT NULL, anchor INTEGER NOT NULL,"
              + " anchor_hash BLOB NOT NULL)",
          "CREATE TABLE record (place INTEGER PRIMARY KEY, batch INTEGER NOT NULL,"
              + " importance INTEGER NOT NULL, hash BLOB NOT NULL, content BLOB, digest BLOB)",
          "CREATE TABLE gap (stream INTEGER NOT NULL, first INTEGER NOT NULL,"
              + " last INTEGER NOT NULL, hash BLOB NOT NULL, cause TEXT NOT NULL,"
              + " PRIMARY KEY (stream, first)) WITHOUT ROWID",
          "CREATE TABLE seal (batch INTEGER PRIMARY KEY, written INTEGER NOT NULL,"
              + " key TEXT NOT NULL, content BLOB NOT NULL, signature BLOB NOT NULL)",
          "CREATE TABLE sealing_key (id TEXT PRIMARY KEY, algorithm TEXT NOT NULL,"
              + " public BLOB NOT NULL) WITHOUT ROWID",
          "CREATE TABLE destination (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
          "CREATE TABLE cursor (destination INTEGER NOT NULL, stream INTEGER NOT NULL,"
              + " through INTEGER NOT NULL, beyond TEXT NOT NULL,"
              + " PRIMARY KEY (destination, stream)) WITHOUT ROWID",
          "CREATE TABLE blob (sha256 TEXT PRIMARY KEY, bytes INTEGER NOT NULL,"
              + " uses INTEGER NOT NULL) WITHOUT ROWID");

  /** What form 2 had besides. */
  private static final List<String> MORE_IN_2 =
      List.of(
          "CREATE TABLE mark (stream INTEGER NOT NULL, what TEXT NOT NULL,"
              + " number INTEGER NOT NULL, running INTEGER NOT NULL,"
              + " PRIMARY KEY (stream, what, number)) WITHOUT ROWID",
          "CREATE TABLE thinning (stream INTEGER NOT NULL, importance INTEGER NOT NULL,"
              + " pass INTEGER NOT NULL, reached INTEGER NOT NULL, spared INTEGER NOT NULL,"
              + " spares INTEGER NOT NULL, PRIMARY KEY (stream, importance, pass)) WITHOUT ROWID",
          "CREATE TABLE refusal (stream TEXT PRIMARY KEY, drafts INTEGER NOT NULL,"
              + " answers INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL)"
              + " WITHOUT ROWID");

  private static final List<String> ROWS_OF_1 =
      List.of("stream", "gap", "seal", "sealing_key", "destination", "cursor", "blob");

  private static final List<String> ROWS_OF_2 = List.of("mark", "thinning", "refusal");

  /** More than is raised while a journal is opened. */
  private static final long PADDING = FormRaise.MOST_BYTES + (1 << 20);

  private OldForm() {}

  /** Fills the older form with the rows of the closed journal in this folder. */
  static void putBack(Path folder, int form) throws Exception {
    Path today = folder.resolve("today.db");
    Layout layout = new Layout(folder);
    Files.move(layout.database(), today);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + layout.database())) {
      for (String pragma :
          List.of("auto_vacuum=INCREMENTAL", "journal_mode=WAL", "application_id=2003464814")) {
        Database.execute(connection, "PRAGMA " + pragma);
      }
      List<String> tables = new ArrayList<>(FORM_1);
      List<String> rows = new ArrayList<>(ROWS_OF_1);
      if (form == 2) {
        tables.addAll(MORE_IN_2);
        rows.addAll(ROWS_OF_2);
      }
      for (String table : tables) {
        Database.execute(connection, table);
      }
      Database.execute(connection, "ATTACH '" + today + "' AS today");
      for (String table : rows) {
        Database.execute(connection, "INSERT INTO main." + table + " SELECT * FROM today." + table);
      }
      for (int stream : streams(connection)) {
        Database.execute(connection, "INSERT INTO record SELECT * FROM today.record_" + stream);
      }
      Database.execute(
          connection, "INSERT INTO about SELECT * FROM today.about WHERE name = 'gateway'");
      Database.execute(connection, "PRAGMA user_version=" + form);
    }
    Files.delete(today);
  }

  /** Makes it larger than what is raised while it is opened. */
  static void pad(Path folder) throws SQLException {
    change(folder, "INSERT INTO about VALUES ('padding', hex(zeroblob(" + PADDING + " / 2)))");
  }

  static void takePaddingOut(Path folder) throws SQLException {
    change(folder, "DELETE FROM about WHERE name = 'padding'");
    change(folder, "VACUUM");
  }

  static void change(Path folder, String sql) throws SQLException {
    try (Connection connection = Database.openForOthers(new Layout(folder).database())) {
      Database.execute(connection, sql);
    }
  }

  static long formOf(Path folder) throws SQLException {
    try (Connection connection = Database.openForReading(new Layout(folder).database())) {
      return Database.pragma(connection, "user_version");
    }
  }

  /** The tables that hold records, by name. */
  static List<String> recordTables(Path folder) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Connection connection = Database.openForReading(new Layout(folder).database());
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'record%'"
                    + " ORDER BY name")) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    return tables;
  }

  private static List<Integer> streams(Connection connection) throws SQLException {
    List<Integer> streams = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT id FROM main.stream ORDER BY id")) {
      while (row.next()) {
        streams.add(row.getInt(1));
      }
    }
    return streams;
  }
}
