// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.recording.tap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of one tap in its folder. Whatever else lies there is never touched. */
final class RecordingFolder {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private static final int LAST_NUMBER = 99_999_999;

  private final Path folder;
  private final String prefix;
  private final Pattern own;

  /**
   * A folder, made if it is not there.
   *
   * @param deviceId what is recorded; its files begin with it
   */
  RecordingFolder(Path folder, String deviceId) {
    this.folder = folder;
    this.prefix = deviceId.replaceAll("[^A-Za-z0-9_-]", "_");
    this.own = Pattern.compile(Pattern.quote(prefix) + "-(\\d{8})-\\d{8}T\\d{6}Z\\.wsr");
  }

  /**
   * The name of the next file. Files are numbered on, so that names sort by age even where the
   * clock was set back.
   */
  Path next(Instant startedAt) throws IOException {
    Files.createDirectories(folder);
    List<Path> files = files();
    int last = files.isEmpty() ? 0 : number(files.get(files.size() - 1));
    if (last == LAST_NUMBER) {
      throw new IOException("file numbers are used up; move the recordings of " + prefix + " away");
    }
    return folder.resolve(
        String.format("%s-%08d-%s.wsr", prefix, last + 1, STAMP.format(startedAt)));
  }

  private int number(Path file) {
    Matcher name = own.matcher(String.valueOf(file.getFileName()));
    return name.matches() ? Integer.parseInt(name.group(1)) : 0;
  }

  /** Oldest first. */
  List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> own.matcher(String.valueOf(file.getFileName())).matches())
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  /**
   * Deletes the oldest files until the rest and what is to come fit.
   *
   * @param current is being written and stays
   * @return how many were deleted
   */
  int makeRoom(Path current, long mostBytes, long comingBytes) throws IOException {
    List<Path> files = new ArrayList<>(files());
    long total = comingBytes;
    for (Path file : files) {
      total += file.equals(current) ? 0 : Files.size(file);
    }
    int deleted = 0;
    for (Path file : files) {
      if (total <= mostBytes) {
        break;
      }
      if (!file.equals(current)) {
        total -= Files.size(file);
        Files.delete(file);
        deleted++;
      }
    }
    return deleted;
  }

  /** Bytes of all files of this tap. */
  long totalBytes() throws IOException {
    long total = 0;
    for (Path file : files()) {
      total += Files.size(file);
    }
    return total;
  }

  long freeBytes() throws IOException {
    Files.createDirectories(folder);
    return Files.getFileStore(folder).getUsableSpace();
  }
}
