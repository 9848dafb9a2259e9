// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.shift;

import io.wayside.core.data.GarbledData;
import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.tolling.passage.Shift;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reports of one shift that stand further back than those that are looked at each time. None was
 * written before its shift had ended, so that is how far is read; what was read is remembered. Not
 * for several threads.
 */
public final class OlderReports {

  /** Shifts that somebody still posts to. */
  private static final int MOST_SHIFTS = 64;

  /** So many numbers on end that are not kept are the end of what is. */
  private static final int MOST_MISSING = 64;

  private final Journal journal;
  private final Map<Shift, Found> remembered = new LinkedHashMap<>();

  /**
   * What was found.
   *
   * @param reports in their order
   * @param whole whether the journal keeps everything since the shift ended
   */
  public record Found(List<JournalRecord> reports, boolean whole, long upTo) {

    public Found {
      reports = List.copyOf(reports);
    }
  }

  public OlderReports(Journal journal) {
    this.journal = journal;
  }

  /**
   * Those of a shift.
   *
   * @param ended when it ended; earlier does no harm
   * @param oldest of the reports that are known
   */
  public Found of(Shift shift, Instant ended, RecordId oldest) throws JournalException {
    Found before = remembered.get(shift);
    long down = before == null ? 0 : before.upTo();
    List<JournalRecord> found = new ArrayList<>();
    boolean whole = before == null || before.whole();
    int missing = 0;
    for (long number = oldest.sequence() - 1; number > down; number--) {
      Optional<JournalRecord> report = Optional.empty();
      try {
        report = journal.read(new RecordId(oldest.gateway(), oldest.stream(), number));
      } catch (JournalException.Unavailable unread) {
        if (!(unread.getCause() instanceof GarbledData)) {
          throw unread;
        }
        whole = false; // a damaged record may have been one of them
      }
      missing = report.isPresent() ? 0 : missing + 1;
      if (missing >= MOST_MISSING) {
        whole = false;
        break;
      }
      if (report.isPresent() && report.get().occurred().wall().isBefore(ended)) {
        break;
      }
      report
          .filter(one -> Shift.of(one).equals(Optional.of(shift)))
          .ifPresent(one -> found.add(0, one));
    }
    if (before != null) {
      found.addAll(0, before.reports());
    }
    Found now = new Found(found, whole, oldest.sequence() - 1);
    remembered.remove(shift);
    remembered.put(shift, now);
    if (remembered.size() > MOST_SHIFTS) {
      remembered.remove(remembered.keySet().iterator().next());
    }
    return now;
  }
}
