// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.journal;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The least a check can do: read every row and hash its content, on one thread. */
final class Rescan {

  private Rescan() {}

  static double microsPerRecord(Path journal) throws SQLException, NoSuchAlgorithmException {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    long records = 0;
    long started = System.nanoTime();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + journal.resolve("journal.db"));
        Statement statement = connection.createStatement()) {
      for (String table : RecordTables.of(connection)) {
        try (ResultSet row =
            statement.executeQuery(
                "SELECT place, hash, content FROM " + table + " ORDER BY place")) {
          while (row.next()) {
            sha.update(row.getBytes(2));
            sha.digest(row.getBytes(3));
            records++;
          }
        }
      }
    }
    return (System.nanoTime() - started) / 1e3 / records;
  }
}
