// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.data.GarbledData;
import io.wayside.core.record.BlobRef;
import io.wayside.journal.record.RecordCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many records refer to each blob. */
final class BlobUses {

  private static final Logger LOG = LoggerFactory.getLogger(BlobUses.class);

  /** Counts one reference to a blob of this name and so many bytes. */
  static final String USE =
      "INSERT INTO blob (sha256, bytes, uses) VALUES (?, ?, 1)"
          + " ON CONFLICT (sha256) DO UPDATE SET uses = uses + 1";

  private BlobUses() {}

  /** Counts what the canonical bytes of one record refer to, once more. */
  static void count(Connection connection, byte[] content) throws SQLException {
    for (BlobRef ref : refs(content)) {
      try (PreparedStatement use = connection.prepareStatement(USE)) {
        use.setString(1, ref.sha256());
        use.setLong(2, ref.bytes());
        use.executeUpdate();
      }
    }
  }

  /**
   * Counts down for all records of a stream up to {@code last}; adds what is no longer used.
   *
   * @param table in which the stream lies
   */
  static void release(
      Connection connection, String table, StreamState stream, long last, List<String> unused)
      throws SQLException {
    List<BlobRef> released = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT content FROM " + table + " WHERE place BETWEEN ? AND ?")) {
      select.setLong(1, Place.of(stream.id(), 0));
      select.setLong(2, Place.of(stream.id(), last));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          byte[] content = row.getBytes(1);
          if (content != null) {
            released.addAll(refs(content));
          }
        }
      }
    }
    release(connection, released, unused);
  }

  /** Counts down for these references; adds what is no longer used. */
  static void release(Connection connection, List<BlobRef> released, List<String> unused)
      throws SQLException {
    if (released.isEmpty()) {
      return;
    }
    try (PreparedStatement countDown =
            connection.prepareStatement(
                "UPDATE blob SET uses = uses - 1 WHERE sha256 = ? RETURNING uses");
        PreparedStatement forget =
            connection.prepareStatement("DELETE FROM blob WHERE sha256 = ?")) {
      for (BlobRef ref : released) {
        countDown.setString(1, ref.sha256());
        boolean gone;
        try (ResultSet uses = countDown.executeQuery()) {
          gone = uses.next() && uses.getLong(1) <= 0;
        }
        if (gone) {
          forget.setString(1, ref.sha256());
          forget.executeUpdate();
          unused.add(ref.sha256());
        }
      }
    }
  }

  private static List<BlobRef> refs(byte[] content) {
    try {
      return RecordCodec.decode(content).blobs();
    } catch (GarbledData damaged) {
      LOG.warn("blobs of a damaged record stay: {}", damaged.getMessage());
      return List.of();
    }
  }
}
