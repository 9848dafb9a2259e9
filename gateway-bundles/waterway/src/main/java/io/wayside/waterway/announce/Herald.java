// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.announce;

import io.wayside.core.record.JournalRecord;
import io.wayside.core.time.Stamp;
import io.wayside.core.water.AidAnnouncement;
import io.wayside.core.water.AidCondition;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Who announces one aid: records of it go in, and when it is time come out what to say. */
public final class Herald {

  private final Wording wording;
  private final Turn mariners;
  private final Turn authority;
  private Known known = Known.NOTHING;
  private long read; // sequence of the last record

  /**
   * How an aid is announced.
   *
   * @param mmsi of the station ashore that is told too; empty where there is none
   * @param everyNanos between two announcements, news apart
   * @param toldEveryNanos between two messages to the authority
   * @param freshNanos how long a report, or the station's last sign of life, holds
   */
  public record Plan(
      Identity identity, OptionalInt mmsi, long everyNanos, long toldEveryNanos, long freshNanos) {}

  public Herald(Plan plan, long nowNanos) {
    this.wording = new Wording(plan.identity(), plan.mmsi(), plan.freshNanos());
    this.mariners = new Turn(plan.everyNanos(), nowNanos);
    this.authority = new Turn(plan.toldEveryNanos(), nowNanos);
  }

  /** Whether some between these, oldest first, and those read before may be missing. */
  public boolean misses(List<JournalRecord> records) {
    return !records.isEmpty() && records.get(0).id().sequence() > read + 1;
  }

  /** The last records of the aid's stream, oldest first; those read before are passed over. */
  public void read(List<JournalRecord> records) {
    for (JournalRecord record : records) {
      if (record.id().sequence() > read) {
        read = record.id().sequence(); // First: one that cannot be read must not come for ever.
        known = known.after(record);
      }
    }
  }

  /**
   * What is to be said now; empty parts are not due.
   *
   * @param doubt what is not told and why; empty text when all is told
   */
  public record Due(
      Optional<AidAnnouncement> announcement, Optional<AidCondition> condition, String doubt) {}

  public Due due(Stamp now) {
    Wording.Words words = wording.of(known, now);
    long nanos = now.monotonicNanos();
    return new Due(
        Optional.of(words.announcement()).filter(each -> mariners.isDue(gist(each), nanos)),
        words.condition().filter(each -> authority.isDue(gist(each), nanos)),
        words.doubt());
  }

  public void announced(AidAnnouncement said, long nanos) {
    mariners.spoke(gist(said), nanos);
  }

  public void told(AidCondition said, long nanos) {
    authority.spoke(gist(said), nanos);
  }

  public void notAnnounced(long nanos) {
    mariners.failed(nanos);
  }

  public void notTold(long nanos) {
    authority.failed(nanos);
  }

  private static Object gist(AidAnnouncement aid) {
    return List.of(aid.offPosition(), aid.light(), aid.racon(), aid.alarm());
  }

  private static Object gist(AidCondition aid) {
    return List.of(aid.offPosition(), aid.light(), aid.racon(), aid.alarm(), aid.inputs());
  }
}
