// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much is occupied: pages in use of the database, and blobs. Measured now and then, counted in
 * between. Used by the writer's thread only; what is used and free may be read by all, and a full
 * file system may be told by all.
 */
final class Space {

  private static final long MEASURE_EVERY_BYTES = 1024 * 1024;

  /** What a record costs beside its canonical bytes: hash, key, seal, page structure. */
  static final long OVERHEAD_BYTES = 100;

  private static final Logger LOG = LoggerFactory.getLogger(Space.class);

  /** With less room than this a failed write is taken for one that had no room. */
  private static final long LITTLE_BYTES = 256 * 1024;

  private final Reserve reserve;
  private volatile long usedBytes;
  private volatile long freeBytes;
  private long sinceMeasured = Long.MAX_VALUE / 2;

  Space(Reserve reserve) {
    this.reserve = reserve;
  }

  long usedBytes() {
    return usedBytes;
  }

  /** Measures when enough was added since the last time. */
  void measureIfDue(Connection connection) throws SQLException {
    if (isMeasureDue()) {
      measure(connection);
    }
  }

  boolean isMeasureDue() {
    return sinceMeasured >= MEASURE_EVERY_BYTES;
  }

  void measure(Connection connection) throws SQLException {
    long free = Database.pragma(connection, "freelist_count");
    long pages = Database.pragma(connection, "page_count") - free;
    long blobBytes = 0;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT total(bytes) FROM blob")) {
      if (row.next()) {
        blobBytes = (long) row.getDouble(1);
      }
    }
    long pageBytes = Database.pragma(connection, "page_size");
    freeBytes = free * pageBytes;
    usedBytes = pages * pageBytes + blobBytes;
    sinceMeasured = 0;
  }

  void added(long bytes) {
    long before = usedBytes;
    usedBytes = before + bytes;
    sinceMeasured += bytes;
  }

  /** Pages of the database that are free to be used again. */
  long freeBytes() {
    return freeBytes;
  }

  Reserve reserve() {
    return reserve;
  }

  /**
   * Whether a failure means that the file system is full, told by the database or by how little
   * room there is; then the reserve is given up.
   *
   * @param wantedBytes what was to be written
   */
  boolean isFull(Throwable failure, long wantedBytes) {
    boolean full =
        Damage.isFull(failure)
            || ((failure instanceof IOException || Damage.isStorage(failure))
                && reserve.usableBytes() < Math.max(LITTLE_BYTES, 2 * wantedBytes));
    if (full && reserve.giveUp()) {
      LOG.warn("the file system is full: the journal's reserve was given up");
    }
    return full;
  }
}
