// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.outbound;

import io.wayside.core.journal.Backlog;
import io.wayside.core.record.Draft;
import io.wayside.weighing.statics.Gap;
import java.util.OptionalLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands findings on to be recorded. What the full backlog refuses goes to the log and, as soon as
 * there is room, into a gap record that says from when to when and how many. Used under the
 * station's lock.
 */
public final class Recorder {

  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

  private final Function<Gap, Draft> gaps;
  private final Backlog backlog;
  private int lost;
  private int owed;
  private long owedFromNanos;

  /**
   * A recorder of one station.
   *
   * @param gaps drafts the record of a gap
   */
  public Recorder(Function<Gap, Draft> gaps, Backlog backlog) {
    this.gaps = gaps;
    this.backlog = backlog;
  }

  /**
   * Hands a draft on.
   *
   * @param beganNanos when what it is about began; a gap begins there should it be lost
   */
  public void record(Draft draft, long beganNanos) {
    if (!backlog.offer(draft)) {
      lose(draft, beganNanos);
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
      if (backlog.offer(gaps.apply(gap))) {
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

  private void lose(Draft draft, long beganNanos) {
    lost++;
    if (owed++ == 0) {
      owedFromNanos = beganNanos;
    }
    LOG.error("no room for this {}, it is not recorded: {}", draft.kind(), draft.body());
  }
}
