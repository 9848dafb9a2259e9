// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** A shell script in the place of ffmpeg: does what its body says. */
public final class FakeFfmpeg {

  private final Path program;

  public FakeFfmpeg(Path folder, String body) {
    this.program = folder.resolve("ffmpeg");
    try {
      Files.createDirectories(folder);
      script(program, body);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static void script(Path file, String body) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.move(
        fresh,
        file,
        java.nio.file.StandardCopyOption.ATOMIC_MOVE,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  public String path() {
    return program.toString();
  }

  /** From now on it does something else; those that run go on. */
  public void does(String body) {
    try {
      script(program, body);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** A pipe with a name in the file system, held open for writing. */
  public static FileOutputStream pipe(Path file) {
    try {
      Process made = new ProcessBuilder("mkfifo", file.toString()).inheritIO().start();
      if (made.waitFor() != 0) {
        throw new IllegalStateException("mkfifo failed for " + file);
      }
      // Opened to read and write by the shell's grace of Linux: opening does not wait for a reader.
      return new FileOutputStream(new java.io.RandomAccessFile(file.toFile(), "rw").getFD());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /** Processes of this Java that have ended and that nobody has waited for, and those that run. */
  public static List<String> children() {
    return ProcessHandle.current()
        .children()
        .map(child -> child.pid() + " " + state(child.pid()))
        .toList();
  }

  private static String state(long pid) {
    try {
      return Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1)
          .replaceFirst(".*\\) (\\w).*(?s:.*)", "$1");
    } catch (IOException gone) {
      return "gone";
    }
  }
}
