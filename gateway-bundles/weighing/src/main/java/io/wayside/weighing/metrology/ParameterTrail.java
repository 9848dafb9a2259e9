// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.metrology;

import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordKind;
import java.util.List;
import java.util.Optional;

/**
 * The trail of an instrument's parameters: each set that ever came into force is a record of a
 * stream of its own. The journal numbers that stream without gaps, chains and signs it and never
 * drops it, so that the number of the last record is an event counter nobody can set back.
 */
public final class ParameterTrail {

  public static final RecordKind CHANGE = new RecordKind("parameter-change", 1);

  private static final String INSTRUMENT = "instrument";
  private static final String HASH = "hash";
  private static final String DOCUMENT = "document";

  /** A set of changes beyond this is told by the two documents alone. */
  private static final int MOST_CHANGES = 200;

  private ParameterTrail() {}

  /** The stream, hence the event counter, of a station's instrument. */
  public static String stream(String stationId) {
    return "parameters." + stationId;
  }

  /** Whether the last record of the trail is about exactly these parameters. */
  public static boolean holds(Optional<JournalRecord> last, ParameterSet now) {
    return last.isPresent() && last.get().body().get(HASH).equals(new Value.Text(now.hash()));
  }

  /**
   * What is to be recorded before anything is weighed with these parameters.
   *
   * @param last the trail's last record; empty when it was never written
   * @param software hash of the legally relevant software
   */
  public static Value.Fields change(
      String instrument, Optional<JournalRecord> last, ParameterSet now, String software) {
    Value before = last.map(record -> record.body().get(DOCUMENT)).orElse(Value.ABSENT);
    List<ParameterChange> changes =
        last.isPresent() ? ParameterChange.between(before, now.document()) : List.of();
    return Value.Fields.with(INSTRUMENT, instrument)
        .and(HASH, now.hash())
        .and("previous", last.map(record -> record.body().get(HASH)).orElse(Value.ABSENT))
        .and("software", software)
        .and("changeCount", changes.size())
        .and("changes", changes.stream().limit(MOST_CHANGES).map(ParameterChange::toValue).toList())
        .and(DOCUMENT, now.document())
        .build();
  }
}
