// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.entries.kept;

import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.tolling.entries.Crossing;
import io.wayside.tolling.entries.Crossings;
import io.wayside.tolling.passage.Correction;
import io.wayside.tolling.passage.Fields;
import io.wayside.tolling.passage.TollRecords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The crossings that lanes have put on record, read backwards, one record at a time. */
public final class EntryReplay {

  /** Some ten days of a busy lane; older entries are not found again. */
  static final int MOST_RECORDS = 200_000;

  private EntryReplay() {}

  /**
   * The crossings since a moment, the oldest first.
   *
   * @param streams of the lanes
   */
  public static List<Crossing> read(Journal journal, List<String> streams, Instant since)
      throws JournalException {
    List<Crossing> found = new ArrayList<>();
    for (String stream : streams) {
      Set<Long> chargedLate = new HashSet<>();
      Optional<JournalRecord> record = journal.last(stream, 1).stream().findFirst();
      for (int read = 0; record.isPresent() && read < MOST_RECORDS; read++) {
        JournalRecord one = record.get();
        if (one.occurred().wall().isBefore(since)) {
          break;
        }
        lateCharge(one).ifPresent(chargedLate::add);
        Crossings.of(one, chargedLate.contains(one.id().sequence())).ifPresent(found::add);
        record = before(journal, one.id());
      }
    }
    found.sort(Comparator.comparing(crossing -> crossing.point().at()));
    return found;
  }

  /** The number of a passage that was held back, and charged when the other lanes had agreed. */
  private static Optional<Long> lateCharge(JournalRecord record) {
    Fields body = new Fields(record.body());
    return record.kind().equals(TollRecords.CORRECTION)
            && body.text("reason").equals(Optional.of(Correction.ARBITRATED_LATE))
        ? body.member("of").whole("number")
        : Optional.empty();
  }

  /** Empty at the first one, and where older ones are not kept any more. */
  private static Optional<JournalRecord> before(Journal journal, RecordId id)
      throws JournalException {
    return id.sequence() == 1
        ? Optional.empty()
        : journal.read(new RecordId(id.gateway(), id.stream(), id.sequence() - 1));
  }
}
