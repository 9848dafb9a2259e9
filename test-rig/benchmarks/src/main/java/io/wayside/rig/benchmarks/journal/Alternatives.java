// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * What the journal is compared with: the same number of rows of the same size in the same batches,
 * each batch made durable, by one thread that does nothing else.
 */
final class Alternatives {

  private Alternatives() {}

  /**
   * What came of it.
   *
   * @param perSecond rows per second
   * @param bytes written to the disk for each row
   */
  record Measured(double perSecond, double bytes) {}

  /** An append-only file with an fdatasync after each batch. */
  static Measured rawFile(Path file, List<Integer> batches) throws IOException {
    byte[] row = new byte[SampleRecords.BYTES];
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      DiskUse before = DiskUse.now();
      long started = System.nanoTime();
      for (int rows : batches) {
        ByteBuffer bytes = ByteBuffer.allocate(rows * row.length);
        for (int i = 0; i < rows; i++) {
          bytes.put(row);
        }
        bytes.flip();
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(false);
      }
      return measured(batches, started, before);
    }
  }

  /** A database with a write-ahead log and a sync at each commit. */
  static Measured bareSqlite(Path file, List<Integer> batches) throws SQLException, IOException {
    byte[] row = new byte[SampleRecords.BYTES];
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=FULL");
      statement.execute("CREATE TABLE record (id INTEGER PRIMARY KEY, content BLOB NOT NULL)");
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO record (content) VALUES (?)")) {
        DiskUse before = DiskUse.now();
        long started = System.nanoTime();
        for (int rows : batches) {
          for (int i = 0; i < rows; i++) {
            insert.setBytes(1, row);
            insert.executeUpdate();
          }
          connection.commit();
        }
        return measured(batches, started, before);
      }
    }
  }

  private static Measured measured(List<Integer> batches, long startedNanos, DiskUse before)
      throws IOException {
    double seconds = (System.nanoTime() - startedNanos) / 1e9;
    double rows = batches.stream().mapToLong(Integer::longValue).sum();
    return new Measured(rows / seconds, DiskUse.now().since(before).writtenBytes() / rows);
  }
}
