// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.outbound;

import io.wayside.core.record.Draft;
import io.wayside.core.record.ProvenanceSource;
import io.wayside.weighing.record.WeighingRecords;
import io.wayside.weighing.statics.Finding;
import io.wayside.weighing.statics.Gap;
import io.wayside.weighing.statics.Vehicle;
import java.util.List;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands findings on to be recorded. What the full backlog refuses goes to the log and, as soon as
 * there is room, into a gap record that says from when to when and how many. Used under the
 * station's lock.
 */
public final class Recorder {

  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

  private final WeighingRecords records;
  private final ProvenanceSource provenance;
  private final Backlog backlog;
  private int lost;
  private int owed;
  private long owedFromNanos;

  public Recorder(WeighingRecords records, ProvenanceSource provenance, Backlog backlog) {
    this.records = records;
    this.provenance = provenance;
    this.backlog = backlog;
  }

  public void record(List<Finding> findings) {
    for (Finding finding : findings) {
      Draft draft = records.draft(finding, provenance.current());
      if (!backlog.offer(draft)) {
        lose(finding, draft);
      }
    }
  }

  /** Tries again what waits, and tells of what was lost. */
  public void retry(long nowNanos) {
    backlog.retry();
    if (owed > 0) {
      Gap gap =
          new Gap(
              OptionalLong.of(owedFromNanos),
              nowNanos,
              "records-lost",
              owed
                  + " findings of this time could not be kept because the journal took nothing;"
                  + " their content is in the gateway's log");
      if (backlog.offer(records.draft(gap, provenance.current()))) {
        owed = 0;
      }
    }
  }

  /** Findings since the start that are in the log and not in the journal. */
  public int lost() {
    return lost;
  }

  public Backlog.State waiting() {
    return backlog.state();
  }

  private void lose(Finding finding, Draft draft) {
    lost++;
    if (owed++ == 0) {
      owedFromNanos = began(finding);
    }
    LOG.error("no room for this {}, it is not recorded: {}", draft.kind(), draft.body());
  }

  private static long began(Finding finding) {
    if (finding instanceof Vehicle vehicle) {
      return vehicle.beganNanos();
    }
    Gap gap = (Gap) finding;
    return gap.fromNanos().orElse(gap.toNanos());
  }
}
