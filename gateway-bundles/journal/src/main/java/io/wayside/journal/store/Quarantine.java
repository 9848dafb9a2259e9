// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Moves damaged files aside, under the time it happened; nothing is ever deleted. */
final class Quarantine {

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Quarantine() {}

  /** Moves those files that exist into a new folder and returns it. */
  static Path moveAside(Layout layout, List<Path> files, Instant now) throws IOException {
    Path folder = newFolder(layout, now);
    for (Path file : files) {
      if (Files.exists(file)) {
        Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
      }
    }
    sync(layout, folder);
    return folder;
  }

  /** Copies the files into a new folder and returns it. */
  static Path copy(Layout layout, List<Path> files, Instant now) throws IOException {
    Path folder = newFolder(layout, now);
    for (Path file : files) {
      Files.copy(file, folder.resolve(file.getFileName()));
    }
    sync(layout, folder);
    return folder;
  }

  private static Path newFolder(Layout layout, Instant now) throws IOException {
    Files.createDirectories(layout.quarantine());
    String name = NAME.format(now);
    Path folder = layout.quarantine().resolve(name);
    for (int i = 2; Files.exists(folder); i++) {
      folder = layout.quarantine().resolve(name + "-" + i);
    }
    return Files.createDirectory(folder);
  }

  private static void sync(Layout layout, Path folder) throws IOException {
    Layout.sync(folder);
    Layout.sync(layout.quarantine());
    Layout.sync(layout.folder());
  }
}
