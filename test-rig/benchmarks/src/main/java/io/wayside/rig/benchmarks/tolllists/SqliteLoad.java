// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.tolllists;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;

/**
 * The child process that keeps the same rows in a bare SQLite: one table without row ids, the
 * number as its key, each list in one durable transaction. Nothing is parsed, hashed or verified:
 * the rows come from memory. Arguments: folder, number of tags.
 */
final class SqliteLoad {

  private SqliteLoad() {}

  public static void main(String[] arguments) throws Exception {
    int tags = Integer.parseInt(arguments[1]);
    Says says = new Says("sqlite", System.out);
    String url = "jdbc:sqlite:" + Path.of(arguments[0]).resolve("bare.db");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=FULL");
      statement.execute(
          "CREATE TABLE account (tag BLOB PRIMARY KEY, grp INTEGER, low INTEGER) WITHOUT ROWID");
      connection.setAutoCommit(false);
      says.time("load", () -> full(connection, tags));
      says.time("delta", () -> delta(connection, tags));
    }
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement find =
            connection.prepareStatement("SELECT grp, low FROM account WHERE tag = ?")) {
      says.lookUps(
          tags,
          tag -> {
            find.setBytes(1, HexFormat.of().parseHex(tag.epc()));
            try (ResultSet row = find.executeQuery()) {
              return row.next() && row.getInt(1) > 0 ? 1 : 0;
            }
          });
      System.gc();
      says.memory();
    }
  }

  private static void full(Connection connection, int tags) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO account VALUES (?, ?, ?)")) {
      for (int tag = 0; tag < tags; tag++) {
        insert.setBytes(1, SampleTags.key(SampleTags.serial(tag, 0)));
        insert.setInt(2, SampleTags.group(tag));
        insert.setInt(3, SampleTags.isLow(tag) ? 1 : 0);
        insert.executeUpdate();
      }
    }
    connection.commit();
  }

  private static void delta(Connection connection, int tags) throws SQLException {
    try (PreparedStatement put =
            connection.prepareStatement("INSERT OR REPLACE INTO account VALUES (?, ?, ?)");
        PreparedStatement remove =
            connection.prepareStatement("DELETE FROM account WHERE tag = ?")) {
      for (int change = 0; change < SampleTags.CHANGES; change++) {
        int tag = SampleTags.changed(change, tags);
        if (change % 3 == 0) {
          remove.setBytes(1, SampleTags.key(SampleTags.serial(tag, 0)));
          remove.executeUpdate();
        } else {
          put.setBytes(1, SampleTags.key(SampleTags.serial(tag, change % 3 == 1 ? 0 : 1)));
          put.setInt(2, change % 3 == 1 ? SampleTags.group(tag) : 1);
          put.setInt(3, change % 3 == 1 ? 1 : 0);
          put.executeUpdate();
        }
      }
    }
    connection.commit();
  }
}
