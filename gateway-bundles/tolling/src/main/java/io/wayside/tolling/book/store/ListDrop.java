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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A folder in which lists are laid down to be taken. A file is looked at when it did not change
 * between two looks; a list is taken when all its parts are there, older versions first. What was
 * taken, or was in force before, is deleted; what can never be taken goes to {@code refused}. Not
 * for several threads.
 */
public final class ListDrop {

  private record Laid(ListHead head, Path file) {}

  private final SettledFiles files;
  private final ListKeys keys;
  private final ListStore store;

  /**
   * What became of a file or a list.
   *
   * @param taken whether it is in force now
   * @param words what was done, with place and remedy
   */
  public record News(boolean taken, String words) {}

  public ListDrop(Path folder, ListKeys keys, ListStore store) {
    this.files = new SettledFiles(folder);
    this.keys = keys;
    this.store = store;
  }

  /** Takes what is there and whole. */
  public List<News> look(Instant now) throws IOException {
    List<News> news = new ArrayList<>();
    TreeMap<String, List<Laid>> lists = new TreeMap<>();
    for (Path file : files.look()) {
      try {
        ListHead head = Arrival.headOf(new ListFile(file), keys);
        lists.computeIfAbsent(key(head), any -> new ArrayList<>()).add(new Laid(head, file));
      } catch (NoSuchFileException taken) {
        files.forget(file); // whoever laid it down has taken it back
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

  private void take(List<Path> list, Instant now, List<News> news) throws IOException {
    try {
      Answer answer = store.apply(list.stream().map(ListFile::new).toList(), now, entries -> {});
      if (answer instanceof Answer.Applied applied) {
        delete(list);
        news.add(new News(true, applied.now() + " is in force with " + applied.tags() + " tags"));
      } else if (answer instanceof Answer.Already) {
        delete(list);
      } else if (answer instanceof Answer.AskFull ask) {
        news.add(
            refuse(list, ask.why() + "; ask " + ask.issuer() + " for the full list " + ask.list()));
      }
    } catch (GarbledData garbled) {
      news.add(refuse(list, String.valueOf(garbled.getMessage())));
    }
  }

  private News refuse(List<Path> refused, String why) throws IOException {
    for (Path file : refused) {
      files.refuse(file);
    }
    return new News(false, why);
  }

  private static void delete(List<Path> files) throws IOException {
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
