// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.journal;

import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What one destination has not acknowledged yet: a cursor per stream with acknowledged ranges. Used
 * by one carrier at a time; calls may come from several of its threads.
 */
@ProviderType
public interface Outbox {

  /**
   * Up to {@code max} records neither acknowledged nor handed out since the last {@link #rewind()}:
   * in sequence within each stream but for {@link #shareWithFresh}, the more important streams
   * first. Empty when there is nothing.
   */
  List<JournalRecord> next(int max) throws JournalException;

  /**
   * Up to {@code max} records that came since the last {@link #rewind()}, and none that waited
   * then, of every stream whatever its importance. With {@link #nextOld} instead of {@link #next}:
   * for a destination that shows the present first and fills in the past.
   */
  List<JournalRecord> nextFresh(int max) throws JournalException;

  /**
   * Up to {@code max} records that waited at the last {@link #rewind()}; see {@link #nextFresh}.
   */
  List<JournalRecord> nextOld(int max) throws JournalException;

  /**
   * The destination has it for good. Cheap and lazily durable: after a crash a few acknowledged
   * records may be handed out again, never the other way round.
   */
  void acknowledge(RecordId id);

  /**
   * How many acknowledgements are not on stable storage yet: after a crash so many records at most
   * are handed out again though the destination has them.
   */
  long unkept();

  /**
   * Has all acknowledgements put on stable storage without waiting for it; who listens by {@link
   * #onNew} is woken when it is done.
   */
  void keepSoon();

  /** A new session: everything handed out and not acknowledged will be handed out again. */
  void rewind();

  /**
   * Hands out again what lies between two numbers, both included, and is still kept, however often
   * it was acknowledged; in sequence with what else waits. A stream that was never written is an
   * empty range.
   */
  Resend resend(String stream, long first, long last) throws JournalException;

  /**
   * What a request to send again comes to.
   *
   * @param records how many will be handed out
   * @param kept their numbers as {@code first-last} ranges joined by commas, empty when none
   * @param notKept the numbers asked for that are not kept any more, or not yet there, in that form
   */
  record Resend(long records, String kept, String notKept) {}

  /**
   * How the link is shared while there are both records that waited when the session began and
   * records that came since, in streams less important than enforcement: of {@code of} records
   * handed out {@code fresh} are new ones. Streams of money and enforcement, and all streams when
   * {@code fresh} is 0, are handed out strictly in sequence.
   */
  void shareWithFresh(int fresh, int of);

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
