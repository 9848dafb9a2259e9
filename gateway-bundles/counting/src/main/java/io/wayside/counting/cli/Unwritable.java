// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Says which file cannot be written, why, and what to do about it: looks at where it was to go. */
public final class Unwritable {

  /** With less than this free a disk is full for whoever writes. */
  private static final long FULL_BYTES = 1 << 16;

  private final Path place;
  private final boolean isFolder;
  private final boolean writable;
  private final long freeBytes;

  /**
   * @param place where it was to go, as it was named
   * @param isFolder whether it was to be a folder
   * @param writable the file system is not for reading only
   * @param freeBytes on it
   */
  Unwritable(Path place, boolean isFolder, boolean writable, long freeBytes) {
    this.place = place;
    this.isFolder = isFolder;
    this.writable = writable;
    this.freeBytes = freeBytes;
  }

  /** A file that an option names. */
  public static Wrong file(String option, String file, Exception cause) {
    return wrong(option, file, false, cause);
  }

  /** A folder that an option names, or what was to be written in it. */
  public static Wrong folder(String option, String folder, Exception cause) {
    return wrong(option, folder, true, cause);
  }

  private static Wrong wrong(String option, String name, boolean isFolder, Exception cause) {
    return new Wrong(option + " " + name + ": cannot be written: " + why(name, isFolder, cause));
  }

  private static String why(String name, boolean isFolder, Exception cause) {
    if (cause instanceof InvalidPathException noPath) {
      return "this is no path (" + noPath.getReason() + "); name another";
    }
    Path place = Path.of(name);
    try {
      var disk = Files.getFileStore(existing(place.toAbsolutePath()));
      boolean writable = !disk.isReadOnly();
      return new Unwritable(place, isFolder, writable, disk.getUsableSpace()).because(cause);
    } catch (IOException unknown) {
      return new Unwritable(place, isFolder, true, Long.MAX_VALUE).because(cause);
    }
  }

  /** The nearest folder above that is there. */
  private static Path existing(Path place) {
    Path there = place;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there;
  }

  String because(Exception cause) {
    Optional<Path> file = fileAbove();
    if (file.isPresent()) {
      return file.get() + " is a file and no folder; name another place";
    }
    if (isFolder && Files.exists(place) && !Files.isDirectory(place)) {
      return "it is a file; name a folder";
    }
    if (!isFolder && Files.isDirectory(place)) {
      return "it is a folder; name a file in it";
    }
    Path parent = place.getParent();
    if (!isFolder && parent != null && !Files.exists(parent)) {
      return "there is no folder " + parent + "; make it, or name another place";
    }
    if (!writable) {
      return "its disk is for reading only; name a place on another";
    }
    if (cause instanceof AccessDeniedException) {
      return "you have no right to write there; name a place of your own, or have its owner let"
          + " you";
    }
    if (freeBytes < FULL_BYTES) {
      return "the disk is full; make room, or name a place on another";
    }
    return cause.getMessage() + "; mend that, or name another place";
  }

  private Optional<Path> fileAbove() {
    Path above = place.getParent();
    while (above != null && !Files.exists(above)) {
      above = above.getParent();
    }
    return above == null || Files.isDirectory(above) ? Optional.empty() : Optional.of(above);
  }
}
