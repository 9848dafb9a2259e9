// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * How much is occupied: pages in use of the database, and blobs. Measured now and then, counted in
 * between. Keeps the reserve file, which is given up when the file system is full. Used by the
 * writer's thread only; {@link #usedBytes()} may be read by all.
 */
final class Space {

  private static final long MEASURE_EVERY_BYTES = 1024 * 1024;

  /** What a record costs beside its canonical bytes: hash, key, seal, page structure. */
  static final long OVERHEAD_BYTES = 100;

  private final Path reserve;
  private final long reserveBytes;
  private volatile long usedBytes;
  private long sinceMeasured = Long.MAX_VALUE / 2;

  Space(Path reserve, long reserveBytes) {
    this.reserve = reserve;
    this.reserveBytes = reserveBytes;
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
    long pages =
        Database.pragma(connection, "page_count") - Database.pragma(connection, "freelist_count");
    long blobBytes = 0;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT total(bytes) FROM blob")) {
      if (row.next()) {
        blobBytes = (long) row.getDouble(1);
      }
    }
    usedBytes = pages * Database.pragma(connection, "page_size") + blobBytes;
    sinceMeasured = 0;
  }

  void added(long bytes) {
    long before = usedBytes;
    usedBytes = before + bytes;
    sinceMeasured += bytes;
  }

  /** Makes the reserve file whole again; false when there is no room for it. */
  boolean fillReserve() {
    try {
      if (Files.exists(reserve) && Files.size(reserve) >= reserveBytes) {
        return true;
      }
      try (FileChannel channel =
          FileChannel.open(reserve, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        ByteBuffer block = ByteBuffer.allocate(64 * 1024);
        for (long written = 0; written < reserveBytes; ) {
          block.clear().limit((int) Math.min(block.capacity(), reserveBytes - written));
          written += channel.write(block);
        }
        channel.force(true);
      }
      return true;
    } catch (IOException noRoom) {
      giveUpReserve();
      return false;
    }
  }

  /** Frees the reserve; true when there was one. */
  boolean giveUpReserve() {
    try {
      return Files.deleteIfExists(reserve);
    } catch (IOException stays) {
      return false;
    }
  }
}
