// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.journal;

import io.wayside.core.data.Value;
import io.wayside.core.record.Blob;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordKind;
import io.wayside.core.time.Stamp;
import java.util.List;

/** Records whose content is a number that is given out once, so that a double is seen. */
final class Numbered {

  static final String GATEWAY = "rig-1";
  static final Provenance PROVENANCE = new Provenance("rig", "0123456789abcdef", "none");
  static final List<String> STREAMS = List.of("weighing.lane-1", "weighing.lane-2", "counts");

  /** That of them which may be thinned. */
  static final String TELEMETRY = "counts";

  private static final RecordKind KIND = new RecordKind("rig-number", 1);

  private Numbered() {}

  static Draft draft(String stream, long number, int filling, List<Blob> blobs, Stamp occurred) {
    return new Draft(
        stream,
        KIND,
        stream.equals(TELEMETRY) ? Importance.TELEMETRY : Importance.MONEY,
        occurred,
        PROVENANCE,
        Value.Fields.with("number", number).and("filling", "x".repeat(filling)).build(),
        blobs);
  }

  /** The number of such a record; -1 for a record the journal wrote by itself. */
  static long of(JournalRecord record) {
    return record.body().get("number") instanceof Value.Whole whole ? whole.value() : -1;
  }

  /** The runs of a record of thinning as {@code STREAM FIRST LAST STEP}; none for other records. */
  static List<String> thinned(JournalRecord record) {
    if (!record.kind().name().equals("journal-thinned")
        || !(record.body().get("runs") instanceof Value.Many runs)) {
      return List.of();
    }
    return runs.values().stream().map(Value.Fields.class::cast).map(Numbered::run).toList();
  }

  private static String run(Value.Fields run) {
    return ((Value.Text) run.get("stream")).value()
        + " "
        + ((Value.Whole) run.get("first")).value()
        + " "
        + ((Value.Whole) run.get("last")).value()
        + " "
        + ((Value.Whole) run.get("step")).value();
  }
}
