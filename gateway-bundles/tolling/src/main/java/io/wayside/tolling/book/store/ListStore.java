// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.store;

import io.wayside.core.data.GarbledData;
import io.wayside.tolling.book.exchange.Arrival;
import io.wayside.tolling.book.exchange.EntryStream;
import io.wayside.tolling.book.exchange.ListHead;
import io.wayside.tolling.book.exchange.ListKeys;
import io.wayside.tolling.book.exchange.PartFile;
import io.wayside.tolling.book.table.Diverged;
import io.wayside.tolling.book.table.Shelf;
import io.wayside.tolling.book.table.TableMaking;
import io.wayside.tolling.book.table.TagTable;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The lists of all issuers in one folder, a file for each version. The highest version whose file
 * is whole is in force; the one before it is kept. A new version is written beside them, synced,
 * checked and then given its name: whenever the power goes, the old one or the new one is in force.
 */
public final class ListStore implements AutoCloseable {

  private final Folder folder;
  private final ListKeys keys;
  private final List<String> damage;
  private volatile Shelf shelf;

  private ListStore(Folder folder, ListKeys keys, Shelving found) {
    this.folder = folder;
    this.keys = keys;
    this.shelf = found.shelf();
    this.damage = found.damage();
  }

  /** Opens a folder to answer and to take lists; what a broken-off taking left is removed. */
  public static ListStore open(Folder folder, ListKeys keys) throws IOException {
    for (String name : folder.names()) {
      if (name.endsWith(TableName.UNFINISHED)) {
        folder.delete(name);
      }
    }
    return new ListStore(folder, keys, Shelving.of(folder));
  }

  /** Opens a folder only to answer; nothing in it is changed. */
  public static ListStore look(Folder folder) throws IOException {
    return new ListStore(folder, ListKeys.none(), Shelving.of(folder));
  }

  /** What is in force now. */
  public Shelf shelf() {
    return shelf;
  }

  /** Files that were found damaged when the folder was opened, with place and remedy. */
  public List<String> damage() {
    return damage;
  }

  /**
   * Takes a list, or leaves everything as it was.
   *
   * @param files all its parts, in any order
   * @param now to compare with the beginning of its validity
   * @throws GarbledData when it is damaged or not its issuer's: names list, place and remedy
   * @throws IOException when the disk does not do what it should
   */
  public synchronized Answer apply(
      List<? extends PartFile> files, Instant now, TableMaking.Progress progress)
      throws IOException, GarbledData {
    Arrival arrival = Arrival.of(files, keys);
    ListHead head = arrival.head();
    Optional<TagTable> current = shelf.table(head.issuer(), head.type());
    long have = current.map(table -> table.inForce().version()).orElse(0L);
    if (current.isPresent() && head.version() <= have) {
      return new Answer.Already(current.get().inForce());
    }
    if (head.isDelta() && head.base().getAsLong() != have) {
      return askFull(
          head,
          have,
          head
              + " builds upon version "
              + head.base().getAsLong()
              + ", here is "
              + (have == 0 ? "none" : "version " + have));
    }
    if (now.isBefore(head.validFrom())) {
      return new Answer.NotYet(head.inForce(), head.validFrom());
    }
    try {
      TagTable table = write(arrival, current, progress);
      shelf = shelf.with(table);
      deleteOlder(TableName.of(head), have);
      return new Answer.Applied(
          table.inForce(), current.map(TagTable::inForce), table.tags(), head.entries());
    } catch (Diverged diverged) {
      return askFull(head, have, String.valueOf(diverged.getMessage()));
    }
  }

  private static Answer askFull(ListHead head, long have, String why) {
    return new Answer.AskFull(head.issuer(), head.type().word(), have, why);
  }

  private TagTable write(Arrival arrival, Optional<TagTable> current, TableMaking.Progress progress)
      throws IOException, GarbledData, Diverged {
    ListHead head = arrival.head();
    TableName name = TableName.of(head);
    boolean done = false;
    try {
      try (EntryStream entries = arrival.entries();
          Folder.Fresh fresh = folder.create(name.unfinished())) {
        TableMaking making = new TableMaking(head, entries, progress);
        if (head.isDelta() && current.isPresent()) {
          making.write(current.get(), fresh);
        } else {
          making.write(fresh);
        }
        fresh.sync();
      }
      TagTable table =
          TagTable.open(folder.place(name.unfinished()), folder.map(name.unfinished()));
      folder.rename(name.unfinished(), name.file());
      folder.sync();
      done = true;
      return table;
    } finally {
      if (!done) {
        folder.delete(name.unfinished());
      }
    }
  }

  /** Keeps the one before; what is left over by a fault here goes with the next. */
  private void deleteOlder(TableName now, long before) throws IOException {
    for (String file : folder.names()) {
      Optional<TableName> name = TableName.of(file);
      if (name.isPresent()
          && name.get().sameList(now)
          && name.get().version() != now.version()
          && name.get().version() != before) {
        folder.delete(file);
      }
    }
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }
}
