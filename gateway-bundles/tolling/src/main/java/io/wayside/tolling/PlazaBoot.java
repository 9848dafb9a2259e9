// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The boot number of a lane or gate, which must rise with every start, or the others take its words
 * for old ones: the wall clock's, or one more than the last where the clock went back.
 */
final class PlazaBoot {

  private static final Logger LOG = LoggerFactory.getLogger(PlazaBoot.class);

  private PlazaBoot() {}

  static long next(Path file, long wallMs) {
    long boot = Math.max(Math.max(0, wallMs), last(file) + 1);
    try {
      Path folder = file.toAbsolutePath().resolveSibling("");
      Files.createDirectories(folder);
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(fresh, Long.toString(boot), StandardCharsets.US_ASCII);
      sync(fresh, StandardOpenOption.WRITE);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      sync(folder, StandardOpenOption.READ);
    } catch (IOException notKept) {
      LOG.warn("{} cannot be written: with a clock that goes back nobody hears it", file, notKept);
    }
    return boot;
  }

  /** To the disk, so that a power cut leaves the number before or this one. */
  private static void sync(Path what, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(what, how)) {
      channel.force(true);
    }
  }

  private static long last(Path file) {
    try {
      return Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : -1;
    } catch (IOException | NumberFormatException damaged) {
      LOG.warn("{} has no boot number, the wall clock's is taken", file, damaged);
      return -1;
    }
  }
}
