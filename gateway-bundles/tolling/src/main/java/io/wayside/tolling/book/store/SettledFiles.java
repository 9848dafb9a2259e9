// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder in which files are laid down to be taken. A file is looked at when it did not change
 * between two looks. What can never be taken goes to {@code refused}. Not for several threads.
 */
public final class SettledFiles {

  private static final String REFUSED = "refused";

  /** A list of a thousand parts is a mistake. */
  private static final int MOST_FILES = 1_024;

  private record Seen(long bytes, long modifiedMs) {}

  private final Path folder;
  private Map<Path, Seen> before = new HashMap<>();

  public SettledFiles(Path folder) {
    this.folder = folder;
  }

  /** Those that are whole, by name. */
  public List<Path> look() throws IOException {
    Files.createDirectories(folder.resolve(REFUSED));
    Map<Path, Seen> now = new HashMap<>();
    List<Path> settled = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().limit(MOST_FILES).toList()) {
        if (!String.valueOf(file.getFileName()).startsWith(".")) {
          Seen seen = new Seen(Files.size(file), Files.getLastModifiedTime(file).toMillis());
          now.put(file, seen);
          if (seen.equals(before.get(file))) {
            settled.add(file);
          }
        }
      }
    }
    before = now;
    return settled;
  }

  /** Whoever laid it down has taken it back. */
  void forget(Path file) {
    before.remove(file);
  }

  /** Puts it where nobody looks again. */
  public void refuse(Path file) throws IOException {
    Files.move(
        file,
        folder.resolve(REFUSED).resolve(file.getFileName()),
        StandardCopyOption.REPLACE_EXISTING);
  }
}
