// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.table;

import io.wayside.core.data.GarbledData;
import io.wayside.tolling.book.exchange.Arrival;
import io.wayside.tolling.book.exchange.Entry;
import io.wayside.tolling.book.exchange.EntryStream;
import io.wayside.tolling.book.exchange.ListHead;
import io.wayside.tolling.book.exchange.ListWriter;
import java.io.IOException;
import java.io.OutputStream;

/** Makes a new table of a list, or of a delta and the table it builds upon, as a stream. */
public final class TableMaking {

  /** Told now and then how many entries were read. */
  @FunctionalInterface
  public interface Progress {
    void read(long entries);
  }

  private static final int TELL_EVERY = 1 << 16;

  private final ListHead list;
  private final EntryStream entries;
  private final Progress progress;

  public TableMaking(ListHead list, EntryStream entries, Progress progress) {
    this.list = list;
    this.entries = entries;
    this.progress = progress;
  }

  /** Reads a list to its end, and every entry as if it were to be kept. */
  public static void check(Arrival arrival, Progress progress) throws IOException, GarbledData {
    ListHead list = arrival.head();
    try (EntryStream entries = arrival.entries()) {
      TableMaking making = new TableMaking(list, entries, progress);
      TableWriter writer = new TableWriter(OutputStream.nullOutputStream(), list, new Words());
      while (making.next()) {
        if (!entries.entry().isRemoval()) {
          writer.add(entries.entry());
        }
      }
    }
  }

  /** Looks at entries of a list in the making, as {@link #check} does at those that came. */
  public static ListWriter.Look look(ListHead list) throws IOException {
    TableWriter writer = new TableWriter(OutputStream.nullOutputStream(), list, new Words());
    return entry -> {
      if (!entry.isRemoval()) {
        writer.add(entry);
      } else if (!list.isDelta()) {
        throw entry.wrong("takes a tag away, which has no meaning in a full list");
      }
    };
  }

  /** From a full list. */
  public void write(OutputStream out) throws IOException, GarbledData {
    TableWriter writer = new TableWriter(out, list, new Words());
    while (next()) {
      writer.add(entries.entry());
    }
    if (writer.tags() != list.tags()) {
      throw new GarbledData(
          list
              + " announces "
              + list.tags()
              + " tags and has "
              + writer.tags()
              + "; let its issuer make it again");
    }
    writer.finish();
  }

  /** From a delta. */
  public void write(TagTable base, OutputStream out) throws IOException, GarbledData, Diverged {
    if (base.plateHashBytes() != list.plateHashBytes()) {
      throw new Diverged(
          list
              + " has plates' hashes of "
              + list.plateHashBytes()
              + " bytes, the list kept here of "
              + base.plateHashBytes());
    }
    Words words = Words.of(base.words());
    TableWriter writer = new TableWriter(out, list, words);
    TableCursor old = new TableCursor(base);
    try {
      merge(old, writer);
    } catch (GarbledData garbled) {
      if (words.isFull()) { // of words that nobody uses any more, too; a full list begins anew
        throw new Diverged(String.valueOf(garbled.getMessage()));
      }
      throw garbled;
    }
    while (!old.atEnd()) {
      writer.copy(old);
      old.advance();
    }
    if (writer.tags() != list.tags()) {
      throw new Diverged(
          list + " should leave " + list.tags() + " tags and leaves " + writer.tags());
    }
    writer.finish();
  }

  /** Damage is the better reason: what does not fit is read to its end before it is said. */
  private void merge(TableCursor old, TableWriter writer)
      throws IOException, GarbledData, Diverged {
    try {
      while (next()) {
        merge(old, entries.entry(), writer);
      }
    } catch (Diverged diverged) {
      while (next()) {
        entries.entry();
      }
      throw diverged;
    }
  }

  private static void merge(TableCursor old, Entry entry, TableWriter writer)
      throws IOException, GarbledData, Diverged {
    while (!old.atEnd() && old.compare(entry) < 0) {
      writer.copy(old);
      old.advance();
    }
    boolean known = !old.atEnd() && old.compare(entry) == 0;
    if (known) {
      old.advance();
    }
    if (!entry.isRemoval()) {
      writer.add(entry);
    } else if (!known) {
      throw new Diverged(
          String.valueOf(
              entry.wrong("takes a tag away that the list kept here does not have").getMessage()));
    }
  }

  private boolean next() throws IOException, GarbledData {
    boolean more = entries.next();
    if (!more || entries.read() % TELL_EVERY == 0) {
      progress.read(entries.read());
    }
    return more;
  }
}
