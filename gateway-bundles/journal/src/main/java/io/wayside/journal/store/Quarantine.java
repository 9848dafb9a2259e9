// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Moves damaged files aside, under the time it happened; what is in it is never deleted. A database
 * is moved under a note that says why: the note goes when another database has taken its place, so
 * that a move that was cut off, or what follows it, is done again.
 */
final class Quarantine {

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  /** Two lines: the cause, and the fault for people. */
  private static final String NOTE = "to-salvage";

  /** A database that was set aside and has no successor yet. */
  record Begun(Path folder, String cause, String fault) {}

  private Quarantine() {}

  /** Moves those files that exist into a new folder and returns it. */
  static Path moveAside(Layout layout, List<Path> files, Instant now) throws IOException {
    Path folder = newFolder(layout, now);
    move(files, folder);
    sync(layout, folder);
    return folder;
  }

  /** Moves the database with its log into a new folder. */
  static Begun moveDatabase(Layout layout, String cause, String fault, Instant now)
      throws IOException {
    Begun begun = new Begun(newFolder(layout, now), cause, fault);
    ByteBuffer note =
        ByteBuffer.wrap((cause + "\n" + fault + "\n").getBytes(StandardCharsets.UTF_8));
    try (FileChannel channel =
        FileChannel.open(
            begun.folder.resolve(NOTE), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      while (note.hasRemaining()) {
        channel.write(note);
      }
      channel.force(true);
    }
    sync(layout, begun.folder);
    move(layout.databaseFiles(), begun.folder);
    sync(layout, begun.folder);
    return begun;
  }

  /**
   * A database that was being set aside when this process was cut off and whose successor is not
   * there; the move is complete when this returns.
   */
  static Optional<Begun> begun(Layout layout) throws IOException {
    for (Path folder : noted(layout)) {
      boolean moved = Files.exists(folder.resolve(layout.database().getFileName()));
      if (!moved || Files.exists(layout.database())) {
        end(folder); // nothing was moved yet, or the successor is there
        continue;
      }
      move(layout.databaseFiles(), folder);
      sync(layout, folder);
      List<String> lines =
          new String(Files.readAllBytes(folder.resolve(NOTE)), StandardCharsets.UTF_8)
              .lines()
              .toList();
      return Optional.of(
          new Begun(
              folder,
              lines.isEmpty() ? "damaged" : lines.get(0),
              lines.size() < 2 ? "the database was set aside" : lines.get(1)));
    }
    return Optional.empty();
  }

  /** The successor of the database in this folder is in its place. */
  static void end(Path folder) throws IOException {
    if (Files.deleteIfExists(folder.resolve(NOTE))) {
      Layout.sync(folder);
    }
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

  /** Folders with a note, the newest first. */
  private static List<Path> noted(Layout layout) throws IOException {
    if (!Files.isDirectory(layout.quarantine())) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(layout.quarantine())) {
      return folders
          .filter(folder -> Files.exists(folder.resolve(NOTE)))
          .sorted(Comparator.comparing(Path::getFileName).reversed())
          .toList();
    }
  }

  private static void move(List<Path> files, Path folder) throws IOException {
    for (Path file : files) {
      if (Files.exists(file)) {
        Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
      }
    }
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
