// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells the SQLite driver where its native library is. Left to itself it unpacks one into the
 * machine's folder for temporary files at each start, and leaves it there after a crash.
 */
final class NativeLibrary {

  private static final String FILE = "libsqlitejdbc.so";

  private NativeLibrary() {}

  /**
   * Uses the library in the release's folder, or lets the driver unpack one into a folder of the
   * journal that is emptied first.
   *
   * @param nativeFolder the release's folder for native libraries, null when there is none
   */
  static void locate(@Nullable Path nativeFolder, Path journalFolder) throws IOException {
    if (nativeFolder != null && Files.isRegularFile(nativeFolder.resolve(FILE))) {
      System.setProperty("org.sqlite.lib.path", nativeFolder.toString());
      System.setProperty("org.sqlite.lib.name", FILE);
      return;
    }
    Path unpacked = journalFolder.resolve("native");
    Files.createDirectories(unpacked);
    List<Path> old;
    try (Stream<Path> files = Files.list(unpacked)) {
      old = files.toList();
    }
    for (Path file : old) {
      Files.deleteIfExists(file);
    }
    System.setProperty("org.sqlite.tmpdir", unpacked.toString());
  }
}
