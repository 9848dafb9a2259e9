// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.journal;

import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import java.util.List;

/**
 * What one destination has not acknowledged yet: a cursor per stream with acknowledged ranges. Used
 * by one carrier at a time; calls may come from several of its threads.
 */
public interface Outbox {

  /**
   * Up to {@code max} records neither acknowledged nor handed out since the last {@link #rewind()}:
   * in sequence within each stream, the more important streams first. Empty when there is nothing.
   */
  List<JournalRecord> next(int max) throws JournalException;

  /**
   * The destination has it for good. Cheap and lazily durable: after a crash a few acknowledged
   * records may be handed out again, never the other way round.
   */
  void acknowledge(RecordId id);

  /** A new session: everything handed out and not acknowledged will be handed out again. */
  void rewind();

  /** Records not acknowledged yet. */
  long backlog();

  /**
   * Has {@code wake} called, on a thread of the journal and without delay, whenever there may be
   * something new; it must return at once.
   *
   * @return closes the subscription
   */
  AutoCloseable onNew(Runnable wake);
}
