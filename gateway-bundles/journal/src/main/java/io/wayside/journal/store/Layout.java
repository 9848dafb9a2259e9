// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/** Where the files of a journal are in its folder. */
public record Layout(Path folder) {

  public Path database() {
    return folder.resolve("journal.db");
  }

  /** The database and the files SQLite keeps beside it. */
  public List<Path> databaseFiles() {
    return withLogs(database());
  }

  /** A database that is being built to take the place of another. */
  Path unfinished() {
    return folder.resolve("journal.db.new");
  }

  /** A database file and the files SQLite keeps beside it. */
  static List<Path> withLogs(Path database) {
    return List.of(
        database,
        database.resolveSibling(database.getFileName() + "-wal"),
        database.resolveSibling(database.getFileName() + "-shm"));
  }

  public Path wal() {
    return folder.resolve("journal.db-wal");
  }

  /** The last number of each stream that the heads files know of. */
  public Map<String, Long> knownHeads() {
    return HeadsFile.known(this);
  }

  /** The two copies of the heads file. */
  public List<Path> heads() {
    return List.of(folder.resolve("heads.a"), folder.resolve("heads.b"));
  }

  public Path key() {
    return folder.resolve("sealing-key.pem");
  }

  public Path lock() {
    return folder.resolve("journal.lock");
  }

  public Path reserve() {
    return folder.resolve("reserve");
  }

  public Path blobs() {
    return folder.resolve("blobs");
  }

  public Path quarantine() {
    return folder.resolve("quarantine");
  }

  /** Makes the length and content of a file durable; one that is not there is left alone. */
  static void syncFile(Path file) throws IOException {
    if (Files.exists(file)) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
    }
  }

  /** Makes new, renamed and removed names in a folder durable. */
  static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder)) {
      channel.force(true);
    }
  }
}
