// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of a journal, as a disk keeps them. */
final class JournalFiles {

  private JournalFiles() {}

  /** Copies a journal nobody uses, but for what SQLite keeps in memory only. */
  static void copy(Path from, Path to) throws IOException {
    try (var tree = Files.walk(from)) {
      for (Path path : tree.toList()) {
        Path target = to.resolve(from.relativize(path));
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else if (!path.toString().endsWith("-shm")) {
          Files.copy(path, target);
        }
      }
    }
  }
}
