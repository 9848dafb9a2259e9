// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.sparkplug;

import io.wayside.uplink.wire.sparkplug.BirthDeathCounter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The number of the last connection as decimal text in a file, replaced whole and synced before it
 * is used. A file that says something else is the work of somebody else; numbering begins anew, as
 * on a new gateway.
 */
final class BdSeqFile implements BirthDeathCounter {

  private static final Logger LOG = LoggerFactory.getLogger(BdSeqFile.class);
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}\\s*");
  private static final int NUMBERS = 256;

  private final Path file;

  BdSeqFile(Path file) {
    this.file = file;
  }

  @Override
  public int next() {
    try {
      OptionalInt last = last();
      int next = last.isPresent() ? (last.getAsInt() + 1) % NUMBERS : 0;
      keep(next);
      return next;
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "the number of the connection cannot be kept in "
              + file
              + " ("
              + failed
              + "); make room on the disk, and let the gateway's user write there",
          failed);
    }
  }

  private OptionalInt last() throws IOException {
    byte[] content;
    try {
      content = Files.readAllBytes(file);
    } catch (NoSuchFileException none) {
      return OptionalInt.empty();
    }
    String text = new String(content, StandardCharsets.ISO_8859_1);
    if (!NUMBER.matcher(text).matches() || Integer.parseInt(text.strip()) >= NUMBERS) {
      LOG.warn("{} holds no number from 0 to 255; connections are numbered from 0 again", file);
      return OptionalInt.empty();
    }
    return OptionalInt.of(Integer.parseInt(text.strip()));
  }

  private void keep(int number) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.write(next, (number + "\n").getBytes(StandardCharsets.US_ASCII));
    try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
      entries.force(true);
    }
  }
}
