// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.verify;

import io.wayside.journal.store.LogScan;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/**
 * A connection that reads a journal's database without changing a byte of it. A journal in use is
 * read beside its writer. One that is not in use is read as it lies, unless it has a log, which
 * SQLite could only take into account by writing: then database and log are copied first.
 */
final class JournalCopy implements AutoCloseable {

  private final Connection connection;
  private final List<Path> copies;
  private final boolean hidesCommits;

  private JournalCopy(Connection connection, List<Path> copies, boolean hidesCommits) {
    this.connection = connection;
    this.copies = copies;
    this.hidesCommits = hidesCommits;
  }

  static JournalCopy open(Path database) throws SQLException, IOException {
    Path wal = database.resolveSibling(database.getFileName() + "-wal");
    if (inUse(database.resolveSibling("journal.lock"))) {
      return new JournalCopy(connect("file:" + uri(database) + "?mode=ro"), List.of(), false);
    }
    if (!Files.exists(wal) || Files.size(wal) == 0) {
      return new JournalCopy(connect("file:" + uri(database) + "?immutable=1"), List.of(), false);
    }
    Path folder = Files.createTempDirectory("wayside-verify");
    Path copy = folder.resolve("journal.db");
    Path walCopy = folder.resolve("journal.db-wal");
    List<Path> copies = List.of(copy, walCopy, folder.resolve("journal.db-shm"), folder);
    try {
      Files.copy(database, copy);
      Files.copy(wal, walCopy);
      boolean hides = LogScan.hidesCommits(walCopy);
      return new JournalCopy(connect("file:" + uri(copy)), copies, hides);
    } catch (IOException | SQLException failed) {
      delete(copies);
      throw failed;
    }
  }

  /** Whether the log has damage that hides confirmed commits. */
  boolean hidesCommits() {
    return hidesCommits;
  }

  Connection connection() {
    return connection;
  }

  @Override
  public void close() throws SQLException, IOException {
    try {
      connection.close();
    } finally {
      delete(copies);
    }
  }

  private static void delete(List<Path> files) throws IOException {
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }

  private static boolean inUse(Path lock) throws IOException {
    if (!Files.isReadable(lock)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.READ);
        FileLock held = channel.tryLock(0, Long.MAX_VALUE, true)) {
      return held == null;
    } catch (OverlappingFileLockException here) {
      return true;
    }
  }

  private static Connection connect(String uri) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    config.setOpenMode(SQLiteOpenMode.OPEN_URI);
    config.setBusyTimeout(10_000);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + uri);
    return source.getConnection();
  }

  private static String uri(Path path) {
    return path.toAbsolutePath().toUri().getRawPath();
  }
}
