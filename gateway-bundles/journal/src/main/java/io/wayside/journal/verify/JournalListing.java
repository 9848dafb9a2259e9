// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.verify;

import io.wayside.core.data.GarbledData;
import io.wayside.core.record.RecordId;
import io.wayside.journal.record.Chain;
import io.wayside.journal.record.RecordCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Lists what a journal has accepted and still keeps, without changing a byte of it. */
public final class JournalListing {

  private JournalListing() {}

  /** A record's identity and its hash in lower-case hexadecimal. */
  public record Entry(RecordId id, String hash) {}

  /**
   * Every record of the journal in this folder, stream by stream and in sequence.
   *
   * @throws IOException when it is no journal or a record cannot be read; {@code verify} says more
   */
  public static List<Entry> read(Path folder) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (JournalCopy copy = JournalCopy.open(folder.resolve("journal.db"));
        Statement statement = copy.connection().createStatement()) {
      statement.execute("BEGIN"); // one state of a journal in use
      for (String table : tables(statement)) {
        try (ResultSet row =
            statement.executeQuery(
                "SELECT hash, content FROM "
                    + table
                    + " WHERE content IS NOT NULL ORDER BY place")) {
          while (row.next()) {
            entries.add(
                new Entry(RecordCodec.decode(row.getBytes(2)).id(), Chain.hex(row.getBytes(1))));
          }
        }
      }
      return entries;
    } catch (SQLException | GarbledData unreadable) {
      throw new IOException(
          "the journal in " + folder + " cannot be listed: " + unreadable.getMessage(), unreadable);
    }
  }

  /** The tables that records lie in, those of a stream before those of the next. */
  private static Set<String> tables(Statement statement) throws SQLException {
    Set<String> tables = new LinkedHashSet<>();
    try (ResultSet row =
        statement.executeQuery(
            "SELECT id, user_version FROM stream, pragma_user_version ORDER BY id")) {
      while (row.next()) {
        tables.add(JournalCheck.table(row.getLong(2), row.getInt(1)));
      }
    }
    return tables;
  }
}
