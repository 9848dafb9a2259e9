// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.shift;

import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordKind;
import io.wayside.tolling.passage.Fields;
import io.wayside.tolling.passage.TollRecords;
import java.util.Optional;

/** What a shift report takes from a record of a lane. */
sealed interface TollEntry {

  /**
   * A proven passage.
   *
   * @param minor 0 where nothing is charged
   */
  record Passage(
      Optional<Integer> group,
      String payment,
      Optional<String> mode,
      Optional<String> currency,
      long minor)
      implements TollEntry {}

  record Corrected(String currency, long minor) implements TollEntry {}

  record Violation() implements TollEntry {}

  record Unproven() implements TollEntry {}

  /** Decisions, aborts: nothing to count. */
  record Other() implements TollEntry {}

  /** The entry of a record, by its kind. */
  static TollEntry of(JournalRecord record) {
    RecordKind kind = record.kind();
    Fields body = new Fields(record.body());
    if (kind.equals(TollRecords.PASSAGE)) {
      Fields fare = body.member("fare");
      Fields decision = body.member("decision");
      return new Passage(
          decision.whole("group").map(Long::intValue),
          body.text("payment").orElse("unknown"),
          decision.text("mode"),
          fare.text("currency"),
          fare.whole("minor").orElse(0L));
    }
    if (kind.equals(TollRecords.CORRECTION)) {
      return new Corrected(body.text("currency").orElse("unknown"), body.whole("minor").orElse(0L));
    }
    if (kind.equals(TollRecords.VIOLATION)) {
      return new Violation();
    }
    return kind.equals(TollRecords.UNPROVEN) ? new Unproven() : new Other();
  }
}
