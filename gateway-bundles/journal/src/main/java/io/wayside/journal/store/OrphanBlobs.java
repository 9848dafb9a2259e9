// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes blob files that no record names, left when power went between file and commit. Goes
 * through one of the 256 folders at a time, on the writer's thread: no blob is being written then.
 * As long as a database lies in quarantine, whole files stay, because its records may name them.
 */
final class OrphanBlobs {

  private static final Logger LOG = LoggerFactory.getLogger(OrphanBlobs.class);
  private static final int FOLDERS = 256;

  private final Connection connection;
  private final Path blobs;
  private final Path quarantine;
  private final String database;
  private int next;

  OrphanBlobs(Connection connection, Path blobs, Path journal) {
    Layout layout = new Layout(journal);
    this.connection = connection;
    this.blobs = blobs;
    this.quarantine = layout.quarantine();
    this.database = String.valueOf(layout.database().getFileName());
  }

  void begin() {
    next = 0;
  }

  boolean isDone() {
    return next >= FOLDERS;
  }

  /** Looks into the next folder that is there. */
  void step() throws SQLException {
    try {
      while (!isDone()) {
        String name = String.format(Locale.ROOT, "%02x", next++);
        Path folder = blobs.resolve(name);
        if (Files.isDirectory(folder)) {
          sweep(name, folder);
          return;
        }
      }
    } catch (IOException unreadable) {
      LOG.warn("blobs that no record names could not be looked for", unreadable);
    }
  }

  private void sweep(String name, Path folder) throws IOException, SQLException {
    boolean keepWhole = somethingInQuarantine();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder);
        PreparedStatement select =
            connection.prepareStatement("SELECT 1 FROM blob WHERE sha256 = ?")) {
      for (Path file : files) {
        String rest = String.valueOf(file.getFileName());
        if (rest.endsWith(".part")) {
          Files.deleteIfExists(file);
        } else if (!keepWhole && !isNamed(select, name + rest)) {
          Files.deleteIfExists(file);
          LOG.info("blob {}{} is named by no record and was removed", name, rest);
        }
      }
    }
  }

  private static boolean isNamed(PreparedStatement select, String sha256) throws SQLException {
    select.setString(1, sha256);
    try (ResultSet row = select.executeQuery()) {
      return row.next();
    }
  }

  private boolean somethingInQuarantine() throws IOException {
    if (!Files.isDirectory(quarantine)) {
      return false;
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(quarantine)) {
      for (Path folder : folders) {
        if (Files.exists(folder.resolve(database))) {
          return true;
        }
      }
    }
    return false;
  }
}
