// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.outbox;

import io.wayside.core.record.Importance;
import io.wayside.journal.outbox.Ranges.Range;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All cursors of one destination. Safe for several threads; nothing in it waits. */
public final class OutboxState {

  /** A run of numbers of one stream to read and hand out. */
  public record Portion(String stream, long first, long last) {}

  /** A cursor as it is kept. */
  public record Kept(String stream, long through, List<Range> beyond) {}

  private final Map<String, Cursor> cursors = new LinkedHashMap<>();
  private final Sharing sharing = new Sharing();
  private long backlog;
  private long acknowledgements;
  private long takenAt; // of the acknowledgements those up to here were taken to be kept
  private long keptAt;

  /** Adds a stream with what was acknowledged of it; it may have grown already. */
  public synchronized void restore(
      String stream, Importance importance, Ranges acknowledged, long head) {
    Cursor known = cursors.get(stream);
    long highest = known == null ? head : Math.max(head, known.head());
    Cursor cursor = new Cursor(stream, importance, acknowledged, highest);
    cursors.put(stream, cursor);
    backlog += cursor.backlog() - (known == null ? 0 : known.backlog());
  }

  /** A stream grew, or came into being with {@code anchor} as the number before its first. */
  public synchronized void grow(String stream, Importance importance, long anchor, long head) {
    Cursor cursor =
        cursors.computeIfAbsent(
            stream, name -> new Cursor(name, importance, new Ranges(anchor), anchor));
    backlog += cursor.grow(head, importance);
  }

  public synchronized List<Portion> take(int max) {
    return portions(sharing.take(cursors.values(), max));
  }

  /** Only what came since the session began. */
  public synchronized List<Portion> takeFresh(int max) {
    return portions(sharing.takeOnly(Lane.Part.FRESH, cursors.values(), max));
  }

  /** Only what waited when the session began. */
  public synchronized List<Portion> takeOld(int max) {
    return portions(sharing.takeOnly(Lane.Part.OLD, cursors.values(), max));
  }

  private static List<Portion> portions(List<Turns.Portion> taken) {
    return taken.stream()
        .map(p -> new Portion(p.lane().stream(), p.range().first(), p.range().last()))
        .toList();
  }

  /** These were taken and not handed out after all. */
  public synchronized void giveBack(String stream, long first, long last) {
    Cursor cursor = cursors.get(stream);
    if (cursor != null) {
      cursor.giveBack(first, last);
    }
  }

  /** How the link is shared with new records; see the contract of the outbox. */
  public synchronized void shareWithFresh(int fresh, int of) {
    sharing.share(fresh, of);
  }

  /** These are to be handed out again, however often they were acknowledged. */
  public synchronized void reopen(String stream, long first, long last) {
    Cursor cursor = cursors.get(stream);
    if (cursor != null) {
      backlog += cursor.reopen(first, Math.min(last, cursor.head()));
    }
  }

  /** The destination has this record; false when the journal has not got that far itself. */
  public synchronized boolean acknowledge(String stream, long sequence) {
    Cursor cursor = cursors.get(stream);
    if (cursor == null || sequence > cursor.head()) {
      return false;
    }
    long fewer = cursor.settle(sequence, sequence);
    backlog -= fewer;
    acknowledgements += fewer;
    return true;
  }

  /** There is nothing to deliver under these numbers; unknown streams are passed over. */
  public synchronized void settle(String stream, long first, long last) {
    Cursor cursor = cursors.get(stream);
    if (cursor != null) {
      backlog -= cursor.settle(first, last);
    }
  }

  public synchronized void rewind() {
    cursors.values().forEach(Cursor::rewind);
  }

  public synchronized long backlog() {
    return backlog;
  }

  /** The number up to which the destination has everything; 0 for an unknown stream. */
  public synchronized long through(String stream) {
    Cursor cursor = cursors.get(stream);
    return cursor == null ? 0 : cursor.acknowledged().through();
  }

  /** The cursors that changed since this was last asked. */
  public synchronized List<Kept> takeChanged() {
    takenAt = acknowledgements;
    List<Kept> changed = new ArrayList<>();
    for (Cursor cursor : cursors.values()) {
      if (cursor.takeDirty()) {
        Ranges ranges = cursor.acknowledged();
        changed.add(new Kept(cursor.stream(), ranges.through(), ranges.beyond()));
      }
    }
    return changed;
  }

  /** What was taken last is on stable storage. */
  public synchronized void keptTaken() {
    keptAt = takenAt;
  }

  /** How many acknowledgements are not on stable storage yet. */
  public synchronized long unkept() {
    return acknowledgements - keptAt;
  }

  /** What was taken could not be kept; it will be among the changed again. */
  public synchronized void putBack(List<Kept> changed) {
    for (Kept kept : changed) {
      Cursor cursor = cursors.get(kept.stream());
      if (cursor != null) {
        cursor.markDirty();
      }
    }
  }
}
