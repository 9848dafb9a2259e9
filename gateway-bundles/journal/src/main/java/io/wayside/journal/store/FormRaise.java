// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives each stream of a database in form 2 a table of its own, in one transaction, when that is
 * soon done. A larger one stays in its form, in which it is used as well, and is looked at again at
 * the next start.
 */
final class FormRaise {

  private static final Logger LOG = LoggerFactory.getLogger(FormRaise.class);

  /** So much is copied in about a second; opening does not take longer for it. */
  static final long MOST_BYTES = 32L * 1024 * 1024;

  /** The rows are written to the log, from there to new pages, and the old pages are noted. */
  private static final int ROOM_TIMES = 3;

  private FormRaise() {}

  /**
   * Raises it, or leaves it as it is; nothing but the tables of its records is touched.
   *
   * @param roomBytes what is free on the file system
   * @return whether it was raised
   */
  static boolean raise(Connection connection, Collection<StreamState> streams, long roomBytes)
      throws SQLException {
    long bytes =
        Database.pragma(connection, "page_count") * Database.pragma(connection, "page_size");
    if (Filing.of(connection) == Filing.BY_STREAM
        || bytes > MOST_BYTES
        || roomBytes < ROOM_TIMES * bytes) {
      return false;
    }
    try (Transaction transaction = Transaction.begin(connection)) {
      for (StreamState stream : streams) {
        Filing.BY_STREAM.begin(connection, stream.id());
        Database.execute(
            connection,
            "INSERT INTO "
                + Filing.BY_STREAM.table(stream.id())
                + " SELECT place, batch, importance, hash, content, digest FROM "
                + Schema.RECORDS_TOGETHER
                + " WHERE place BETWEEN "
                + Place.of(stream.id(), 0)
                + " AND "
                + Place.of(stream.id(), Place.LAST_SEQUENCE)
                + " ORDER BY place");
      }
      if (hasMore(connection)) {
        return false; // what belongs to no stream is not thrown away: verify tells of it
      }
      Database.execute(connection, "DROP TABLE " + Schema.RECORDS_TOGETHER);
      Database.execute(connection, "PRAGMA user_version=" + Schema.VERSION);
      transaction.commit();
    } catch (SQLException failed) {
      LOG.warn("the journal stays in form {}: {}", Schema.TOGETHER, failed.getMessage());
    }
    return Filing.of(connection) == Filing.BY_STREAM;
  }

  private static boolean hasMore(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT EXISTS (SELECT 1 FROM "
                    + Schema.RECORDS_TOGETHER
                    + " WHERE (place >> 40) NOT IN (SELECT id FROM stream))")) {
      return row.next() && row.getBoolean(1);
    }
  }
}
