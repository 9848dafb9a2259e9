// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import io.wayside.core.record.JournalRecord;
import io.wayside.core.time.Stamp;
import io.wayside.waterway.record.AidRecords;
import io.wayside.waterway.record.AidStateBody;
import io.wayside.waterway.watch.Answers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the station knew before it was restarted.
 *
 * @param lastNanos until when it knew it, on the clock of this boot: the time of its last record
 */
record LastState(Answers answers, long lastNanos) {

  /** Enough for more than a day of records of one aid, and there is one of all answers a day. */
  static final int RECORDS = 600;

  /**
   * What the last records say.
   *
   * @param records the last ones of the stream, oldest first
   * @return empty where none has the answers, or where the clock cannot tell how long ago that was
   */
  static Optional<LastState> of(List<JournalRecord> records, Stamp now) {
    if (records.isEmpty()) {
      return Optional.empty();
    }
    Instant last = records.get(records.size() - 1).occurred().wall();
    if (last.isAfter(now.wall())) {
      return Optional.empty();
    }
    for (int i = records.size() - 1; i >= 0; i--) {
      JournalRecord record = records.get(i);
      if (record.kind().equals(AidRecords.STATE)) {
        return AidStateBody.read(record.body(), wall -> nanos(wall, now))
            .map(answers -> new LastState(answers, nanos(last, now)));
      }
    }
    return Optional.empty();
  }

  private static long nanos(Instant wall, Stamp now) {
    return now.monotonicNanos() - Duration.between(wall, now.wall()).toNanos();
  }
}
