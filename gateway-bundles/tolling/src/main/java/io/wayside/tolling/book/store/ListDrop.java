// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.store;

import io.wayside.core.data.GarbledData;
import io.wayside.tolling.book.exchange.Arrival;
import io.wayside.tolling.book.exchange.ListHead;
import io.wayside.tolling.book.exchange.ListKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder in which lists are laid down to be taken. A file is looked at when it did not change
 * between two looks; a list is taken when all its parts are there, older versions first. What was
 * taken, or was in force before, is deleted; what can never be taken goes to {@code refused}. Not
 * for several threads.
 */
public final class ListDrop {

  private static final String REFUSED = "refused";

  /** A list of a thousand parts is a mistake. */
  private static final int MOST_FILES = 1_024;

  private record Seen(long bytes, long modifiedMs) {}

  private record Laid(ListHead head, Path file) {}

  private final Path folder;
  private final ListKeys keys;
  private final ListStore store;
  private Map<Path, Seen> before = new HashMap<>();

  /**
   * What became of a file or a list.
   *
   * @param taken whether it is in force now
   * @param words what was done, with place and remedy
   */
  public record News(boolean taken, String words) {}

  public ListDrop(Path folder, ListKeys keys, ListStore store) {
    this.folder = folder;
    this.keys = keys;
    this.store = store;
  }

  /** Takes what is there and whole. */
  public List<News> look(Instant now) throws IOException {
    Files.createDirectories(folder.resolve(REFUSED));
    List<News> news = new ArrayList<>();
    TreeMap<String, List<Laid>> lists = new TreeMap<>();
    for (Path file : settled()) {
      try {
        ListHead head = Arrival.headOf(new ListFile(file), keys);
        lists.computeIfAbsent(key(head), any -> new ArrayList<>()).add(new Laid(head, file));
      } catch (NoSuchFileException taken) {
        before.remove(file); // whoever laid it down has taken it back
      } catch (GarbledData garbled) {
        news.add(refuse(List.of(file), String.valueOf(garbled.getMessage())));
      }
    }
    for (List<Laid> list : lists.values()) {
      if (list.size() >= list.get(0).head().parts()) {
        take(list.stream().map(Laid::file).toList(), now, news);
      }
    }
    return news;
  }

  /** By list, then by version. */
  private static String key(ListHead head) {
    return "%s/%s/%020d/%s"
        .formatted(head.issuer(), head.type().word(), head.version(), head.sha256());
  }

  private List<Path> settled() throws IOException {
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

  private void take(List<Path> files, Instant now, List<News> news) throws IOException {
    try {
      Answer answer = store.apply(files.stream().map(ListFile::new).toList(), now, entries -> {});
      if (answer instanceof Answer.Applied applied) {
        delete(files);
        news.add(new News(true, applied.now() + " is in force with " + applied.tags() + " tags"));
      } else if (answer instanceof Answer.Already) {
        delete(files);
      } else if (answer instanceof Answer.AskFull ask) {
        news.add(
            refuse(
                files, ask.why() + "; ask " + ask.issuer() + " for the full list " + ask.list()));
      }
    } catch (GarbledData garbled) {
      news.add(refuse(files, String.valueOf(garbled.getMessage())));
    }
  }

  private News refuse(List<Path> files, String why) throws IOException {
    for (Path file : files) {
      Files.move(
          file,
          folder.resolve(REFUSED).resolve(file.getFileName()),
          StandardCopyOption.REPLACE_EXISTING);
    }
    return new News(false, why);
  }

  private static void delete(List<Path> files) throws IOException {
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
