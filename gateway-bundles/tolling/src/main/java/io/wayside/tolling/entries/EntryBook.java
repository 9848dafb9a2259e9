// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.entries;

import io.wayside.tolling.fare.Entries;
import io.wayside.tolling.fare.KnownEntry;
import io.wayside.tolling.fare.KnownEntry.Source;
import io.wayside.tolling.fare.OpenEntries;
import io.wayside.tolling.fare.Passback;
import io.wayside.tolling.tag.TagNumber;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Open entries from several sources. What is told twice counts once, and what was overtaken by a
 * later word changes nothing: an entry from before the tag's last exit or last entry, and an exit
 * from before its entry. So it does not matter in which order a journal, a file and a lane speak.
 * Bounded: of entries and of exits the oldest goes first.
 */
public final class EntryBook implements EntryRegister {

  private final OpenEntries open;
  private final int most;

  /** How each open entry is known, by tag. */
  private final Map<String, KnownEntry> known = new HashMap<>();

  /** When tags left last. */
  private final Map<String, Instant> left = new LinkedHashMap<>();

  private boolean ready;
  private Count count = new Count(0, 0, 0, 0);

  /**
   * How entries ended that no exit has ended.
   *
   * @param open still
   * @param noExit by a second entry
   * @param tooOld by their age
   * @param noRoom by being the oldest when the book was full
   */
  public record Count(int open, long noExit, long tooOld, long noRoom) {}

  /**
   * An empty book.
   *
   * @param most entries, and as many exits
   */
  public EntryBook(Passback policy, int most) {
    this.open = new OpenEntries(policy, most);
    this.most = most;
  }

  /** What the journal says was told. */
  public synchronized void ready() {
    ready = true;
  }

  @Override
  public synchronized boolean isReady() {
    return ready;
  }

  @Override
  public synchronized Entries.Answer mayEnter(TagNumber tag) {
    return open.mayEnter(key(tag));
  }

  @Override
  public synchronized Optional<KnownEntry> openOf(TagNumber tag) {
    return Optional.ofNullable(known.get(key(tag)));
  }

  @Override
  public void crossed(Crossing crossing) {
    crossed(crossing, Source.OWN_LANE);
  }

  /** Takes a crossing, whenever it was. */
  public synchronized void crossed(Crossing crossing, Source source) {
    if (crossing.in()) {
      entered(crossing, source);
    } else {
      left(key(crossing.tag()), crossing.point().at());
    }
  }

  private void entered(Crossing crossing, Source source) {
    String key = key(crossing.tag());
    Instant at = crossing.point().at();
    Instant exit = left.get(key);
    KnownEntry there = known.get(key);
    boolean overtaken =
        (exit != null && !at.isAfter(exit)) || (there != null && !at.isAfter(there.point().at()));
    if (overtaken) {
      return;
    }
    Entries.Change change = open.entered(key, crossing.point());
    change.ended().forEach(this::ended);
    if (change.counts()) {
      known.put(key, new KnownEntry(crossing.point(), source, crossing.doubtful()));
    }
  }

  private void left(String key, Instant at) {
    Instant before = left.remove(key);
    left.put(key, before != null && before.isAfter(at) ? before : at);
    if (left.size() > most) {
      left.remove(left.keySet().iterator().next());
    }
    KnownEntry there = known.get(key);
    if (there != null && !there.point().at().isAfter(at)) {
      open.left(key);
      known.remove(key);
    }
  }

  /** Ends what is from before a moment. */
  public synchronized void endOlderThan(Instant moment) {
    List<Entries.Ended> old = open.endOlderThan(moment);
    old.forEach(this::ended);
    left.values().removeIf(at -> at.isBefore(moment));
  }

  private void ended(Entries.Ended ended) {
    known.remove(ended.tag());
    count =
        switch (ended.why()) {
          case NO_EXIT -> new Count(0, count.noExit + 1, count.tooOld, count.noRoom);
          case TOO_OLD -> new Count(0, count.noExit, count.tooOld + 1, count.noRoom);
          case NO_ROOM -> new Count(0, count.noExit, count.tooOld, count.noRoom + 1);
        };
  }

  public synchronized Count count() {
    return new Count(open.size(), count.noExit, count.tooOld, count.noRoom);
  }

  private static String key(TagNumber tag) {
    return tag.epc() + "/" + tag.bits();
  }
}
