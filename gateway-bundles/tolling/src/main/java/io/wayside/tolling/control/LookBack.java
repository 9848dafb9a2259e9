// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.data.GarbledData;
import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a lane's records backwards from where its beginning stopped, as far as anything may still
 * be open, in slices. Not for several threads.
 */
final class LookBack {

  private static final int SLICE = 500;

  /** Events may have been thinned out; so many numbers on end are the end of what is kept. */
  private static final int MOST_MISSING = 2_000;

  /** So many on end: one that was written under a wrong clock is no end. */
  private static final int MOST_OLD = 500;

  private static final Logger LOG = LoggerFactory.getLogger(LookBack.class);

  private final Journal journal;
  private final RecordId oldest;
  private final Instant until;
  private final Set<Long> corrected;
  private final List<LeftOpen.Held> held = new ArrayList<>();
  private final List<LeftOpen.Owed> owed = new ArrayList<>();
  private long next;
  private int missing;
  private int old;

  /**
   * What was found, the newest first.
   *
   * @param held back still
   * @param owed by numbers that fall
   */
  record Found(List<LeftOpen.Held> held, List<LeftOpen.Owed> owed) {

    Found {
      held = List.copyOf(held);
      owed = List.copyOf(owed);
    }
  }

  /**
   * @param oldest of the records that are known
   * @param corrected passages that those have corrected
   * @param until what happened before is not looked for
   */
  LookBack(Journal journal, RecordId oldest, Set<Long> corrected, Instant until) {
    this.journal = journal;
    this.oldest = oldest;
    this.until = until;
    this.corrected = new HashSet<>(corrected);
    this.next = oldest.sequence() - 1;
  }

  boolean isOver() {
    return next < 1;
  }

  /** A slice; after trouble it goes on at the record that could not be read. */
  Found read() throws JournalException {
    for (int read = 0; read < SLICE && next >= 1; read++) {
      Optional<JournalRecord> record = kept(next);
      if (record.isPresent()) {
        missing = 0;
        look(record.get());
      } else if (++missing >= MOST_MISSING) {
        next = 0;
        break;
      }
      next = old >= MOST_OLD ? 0 : next - 1;
    }
    Found found = new Found(held, owed);
    held.clear();
    owed.clear();
    return found;
  }

  private Optional<JournalRecord> kept(long number) throws JournalException {
    try {
      return journal.read(new RecordId(oldest.gateway(), oldest.stream(), number));
    } catch (JournalException.Unavailable unread) {
      if (unread.getCause() instanceof GarbledData) {
        LOG.warn(
            "record {} of {} is passed over, nothing of it is asked or owed: {}",
            number,
            oldest.stream(),
            unread.getMessage());
        return Optional.empty();
      }
      throw unread;
    }
  }

  private void look(JournalRecord record) throws JournalException {
    if (record.occurred().wall().isBefore(until)) {
      old++;
      LeftOpen.corrected(record).ifPresent(corrected::add);
    } else {
      old = 0;
      take(record);
    }
  }

  private void take(JournalRecord record) throws JournalException {
    Optional<LeftOpen.Owed> debt = LeftOpen.owed(record, journal);
    debt.ifPresent(owed::add);
    LeftOpen.corrected(record).ifPresent(corrected::add);
    LeftOpen.held(record)
        .filter(passage -> !corrected.contains(passage.number()))
        .ifPresent(held::add);
  }
}
