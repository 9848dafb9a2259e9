// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.entries.kept;

import io.wayside.core.data.GarbledData;
import io.wayside.tolling.book.exchange.ListKeys;
import io.wayside.tolling.book.store.SettledFiles;
import io.wayside.tolling.entries.EntryBook;
import io.wayside.tolling.entries.EntryFile;
import io.wayside.tolling.fare.KnownEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder in which files of crossings are laid down. What was taken is kept in {@code taken} as
 * long as its entries count, and read again at a start. Not for several threads.
 */
public final class EntryDrop {

  private final Path taken;
  private final SettledFiles files;
  private final ListKeys keys;
  private final EntryBook book;

  public EntryDrop(Path folder, ListKeys keys, EntryBook book) {
    this.taken = folder.resolve("taken");
    this.files = new SettledFiles(folder);
    this.keys = keys;
    this.book = book;
  }

  /** What earlier runs have taken; returns what cannot be read any more. */
  public List<String> again(Instant since) throws IOException {
    Files.createDirectories(taken);
    List<String> refused = new ArrayList<>();
    try (Stream<Path> all = Files.list(taken)) {
      for (Path file : all.sorted().toList()) {
        try {
          EntryFile read = read(file);
          if (read.asOf().isBefore(since)) {
            Files.delete(file);
          } else {
            tell(read);
          }
        } catch (GarbledData garbled) {
          refused.add(String.valueOf(garbled.getMessage()));
          files.refuse(file);
        }
      }
    }
    return refused;
  }

  /** Takes what is new; returns what was refused, with the reason. */
  public List<String> look() throws IOException {
    Files.createDirectories(taken);
    List<String> refused = new ArrayList<>();
    for (Path file : files.look()) {
      try {
        EntryFile read = read(file);
        Path kept = taken.resolve(read.asOf().toEpochMilli() + "-" + file.getFileName());
        Files.move(file, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        tell(read);
      } catch (GarbledData garbled) {
        refused.add(String.valueOf(garbled.getMessage()));
        files.refuse(file);
      }
    }
    return refused;
  }

  private EntryFile read(Path file) throws IOException, GarbledData {
    if (Files.size(file) > EntryFile.LONGEST) {
      throw new GarbledData(file + ": is too long; send what is new in smaller files");
    }
    return EntryFile.read(
        file.toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8), keys);
  }

  private void tell(EntryFile file) {
    file.crossings().forEach(one -> book.crossed(one, KnownEntry.Source.PUSHED));
  }
}
