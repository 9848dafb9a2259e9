// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime.run;

import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.Draft;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The gateway's own records until the journal takes them, in order. When it is full the oldest
 * record of the least importance goes, and how many went is told with the next status. Records that
 * must never be dropped (of commands carried out) are not: ask {@link #hasRoom} before making one.
 */
public final class RecordQueue {

  static final int LONGEST = 256;

  private final Deque<Draft> waiting = new ArrayDeque<>();
  private long dropped;

  public synchronized void add(Draft draft) {
    waiting.addLast(draft);
    if (waiting.size() > LONGEST) {
      leastImportant()
          .ifPresent(
              least -> {
                waiting.remove(least);
                dropped++;
              });
    }
  }

  /** The oldest of the least important that may be dropped at all. */
  private Optional<Draft> leastImportant() {
    return waiting.stream()
        .filter(draft -> draft.importance().mayBeDropped())
        .reduce(
            (first, next) -> next.importance().compareTo(first.importance()) > 0 ? next : first);
  }

  /** Whether there is room for a record that must not be dropped. */
  public synchronized boolean hasRoom() {
    return waiting.stream().filter(draft -> !draft.importance().mayBeDropped()).count()
        < LONGEST / 2;
  }

  /** Records that were dropped since the begin. */
  public synchronized long dropped() {
    return dropped;
  }

  public synchronized int size() {
    return waiting.size();
  }

  /**
   * Hands all to the journal, one after the other, each until it is on stable storage. The first
   * that is not taken for now stays, with those after it; one that will never be taken is dropped.
   *
   * @return why it stopped early
   */
  public Optional<JournalException> drainTo(Journal journal) throws InterruptedException {
    for (Optional<Draft> next = first(); next.isPresent(); next = first()) {
      try {
        journal.appendDurably(next.get());
        remove(next.get());
      } catch (JournalException.Refused never) {
        remove(next.get());
        countDropped();
      } catch (JournalException later) {
        return Optional.of(later);
      }
    }
    return Optional.empty();
  }

  private synchronized Optional<Draft> first() {
    return Optional.ofNullable(waiting.peekFirst());
  }

  private synchronized void remove(Draft draft) {
    waiting.remove(draft);
  }

  private synchronized void countDropped() {
    dropped++;
  }
}
