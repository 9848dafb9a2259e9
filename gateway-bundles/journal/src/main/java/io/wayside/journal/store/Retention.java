// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes the oldest records of each stream. The hash of the last record removed stays as the
 * anchor of the chain. Runs between the writer's commits, a few hundred rows at a time.
 */
final class Retention {

  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final int ROWS = 500;

  private final BlobStore blobs;

  Retention(BlobStore blobs) {
    this.blobs = blobs;
  }

  /** Up to where records of a stream may go. */
  interface Limit {
    long of(StreamState stream) throws SQLException;
  }

  /** Removes some of what lies within the limit; true when something was removed. */
  boolean remove(Ledger ledger, Limit limit) throws SQLException {
    boolean removed = false;
    for (StreamState stream : List.copyOf(ledger.streams().values())) {
      long through = Math.min(limit.of(stream), stream.head());
      if (through > stream.anchor()) {
        removed |= remove(ledger, stream, through);
      }
    }
    if (removed) {
      removeSeals(ledger);
    }
    return removed;
  }

  private boolean remove(Ledger ledger, StreamState stream, long through) throws SQLException {
    Connection connection = ledger.connection();
    String table = ledger.filing().table(stream.id());
    long anchor = stream.anchor();
    byte[] anchorHash = stream.anchorHash();
    List<String> unused;
    try (Transaction transaction = Transaction.begin(connection)) {
      try (PreparedStatement select =
          connection.prepareStatement(
              "SELECT place, hash FROM "
                  + table
                  + " WHERE place BETWEEN ? AND ? ORDER BY place LIMIT ?")) {
        select.setLong(1, Place.of(stream.id(), anchor + 1));
        select.setLong(2, Place.of(stream.id(), through));
        select.setInt(3, ROWS);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            anchor = Place.sequence(row.getLong(1));
            anchorHash = row.getBytes(2);
          }
        }
      }
      if (anchor == stream.anchor()) {
        return false;
      }
      unused = releaseBlobs(connection, table, stream, anchor);
      delete(connection, table, stream, anchor, anchorHash);
      transaction.commit();
    }
    ledger.trimmed(Map.of(stream.name(), stream.trimmed(anchor, anchorHash)));
    delete(unused);
    return true;
  }

  /** After the commit that took the last reference to them. */
  void delete(List<String> unused) {
    for (String sha256 : unused) {
      try {
        blobs.delete(sha256);
      } catch (IOException stays) {
        LOG.warn("blob {} is not used any more and could not be deleted", sha256, stays);
      }
    }
  }

  private static void delete(
      Connection connection, String table, StreamState stream, long anchor, byte[] anchorHash)
      throws SQLException {
    try (PreparedStatement delete =
            connection.prepareStatement("DELETE FROM " + table + " WHERE place BETWEEN ? AND ?");
        PreparedStatement gaps =
            connection.prepareStatement("DELETE FROM gap WHERE stream = ? AND last <= ?");
        PreparedStatement move =
            connection.prepareStatement(
                "UPDATE stream SET anchor = ?, anchor_hash = ? WHERE id = ?")) {
      delete.setLong(1, Place.of(stream.id(), 0));
      delete.setLong(2, Place.of(stream.id(), anchor));
      delete.executeUpdate();
      gaps.setInt(1, stream.id());
      gaps.setLong(2, anchor);
      gaps.executeUpdate();
      move.setLong(1, anchor);
      move.setBytes(2, anchorHash);
      move.setInt(3, stream.id());
      move.executeUpdate();
    }
  }

  /** Counts down the blobs of the records about to go; returns those nothing refers to any more. */
  private static List<String> releaseBlobs(
      Connection connection, String table, StreamState stream, long anchor) throws SQLException {
    List<String> unused = new ArrayList<>();
    try (PreparedStatement any = connection.prepareStatement("SELECT 1 FROM blob LIMIT 1");
        ResultSet row = any.executeQuery()) {
      if (!row.next()) {
        return unused;
      }
    }
    BlobUses.release(connection, table, stream, anchor, unused);
    return unused;
  }

  /** A seal goes when every record of its batch is gone. */
  private static void removeSeals(Ledger ledger) throws SQLException {
    Connection connection = ledger.connection();
    long firstNeeded = ledger.batch();
    try (Transaction transaction = Transaction.begin(connection);
        PreparedStatement delete =
            connection.prepareStatement("DELETE FROM seal WHERE batch < ?")) {
      for (StreamState stream : ledger.streams().values()) {
        firstNeeded = Math.min(firstNeeded, firstBatch(ledger, stream));
      }
      delete.setLong(1, firstNeeded);
      delete.executeUpdate();
      transaction.commit();
    }
  }

  private static long firstBatch(Ledger ledger, StreamState stream) throws SQLException {
    try (PreparedStatement first =
        ledger
            .connection()
            .prepareStatement(
                "SELECT batch FROM "
                    + ledger.filing().table(stream.id())
                    + " WHERE place BETWEEN ? AND ? ORDER BY place LIMIT 1")) {
      first.setLong(1, Place.of(stream.id(), stream.anchor() + 1));
      first.setLong(2, Place.of(stream.id(), Place.LAST_SEQUENCE));
      try (ResultSet row = first.executeQuery()) {
        return row.next() ? row.getLong(1) : Long.MAX_VALUE;
      }
    }
  }
}
