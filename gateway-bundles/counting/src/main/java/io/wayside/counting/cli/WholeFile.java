// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** Writes a file wholly or not at all: what an earlier run left stays until the new is complete. */
public final class WholeFile {

  private WholeFile() {}

  /**
   * Writes what an option names.
   *
   * @throws Wrong with why not, and the remedy
   */
  public static void write(String option, String file, byte[] content) throws Wrong {
    try {
      write(Path.of(file), content);
    } catch (IOException | InvalidPathException unwritable) {
      throw Unwritable.file(option, file, unwritable);
    }
  }

  private static void write(Path file, byte[] content) throws IOException {
    boolean there = Files.exists(file);
    Path place = there ? file.toRealPath() : file.toAbsolutePath(); // a link stays one
    if (there && (!Files.isRegularFile(place) || !Files.isWritable(place.getParent()))) {
      Files.write(place, content); // a device or a pipe, or nothing can be put beside it
      return;
    }
    Path part =
        place.resolveSibling(place.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    try {
      Files.write(part, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      if (there) {
        giveRights(part, Files.getPosixFilePermissions(place));
      }
      Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** A stick has the same for all files, and lets nobody give them others. */
  private static void giveRights(Path file, Set<PosixFilePermission> rights) throws IOException {
    if (!Files.getPosixFilePermissions(file).equals(rights)) {
      Files.setPosixFilePermissions(file, rights);
    }
  }
}
