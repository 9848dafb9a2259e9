// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.journal.JournalException;
import io.wayside.core.time.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a lane that runs already what is open further back in its journal than where it began. Read
 * on a thread that may take its time, told on the lane's own.
 */
final class LookingBack {

  private static final Logger LOG = LoggerFactory.getLogger(LookingBack.class);

  /**
   * As long as a passage is held back, and as a tag's debt counts by itself; and an hour, since
   * records may stand a little out of their order.
   */
  private static final Duration FAR = Duration.ofHours(25);

  private static final long AGAIN_NANOS = 10_000_000_000L;

  private final String lane;
  private final Inbox inbox;
  private final TimeSource time;
  private final Executor slow;
  private final LateCharges late;
  private final SiteJudge judge;
  private final Optional<LookBack> back;
  private boolean waits;
  private long sinceNanos;

  LookingBack(
      LaneParts parts,
      Inbox inbox,
      Executor slow,
      LateCharges late,
      SiteJudge judge,
      Earlier earlier) {
    this.lane = parts.settings().origin().id();
    this.inbox = inbox;
    this.time = parts.time();
    this.slow = slow;
    this.late = late;
    this.judge = judge;
    this.back =
        earlier
            .oldest()
            .map(
                oldest ->
                    new LookBack(
                        parts.journal(),
                        oldest,
                        earlier.corrected(),
                        time.now().wall().minus(FAR)));
  }

  void begin() {
    back.ifPresent(
        look -> {
          try {
            slow.execute(() -> slice(look));
          } catch (RejectedExecutionException stopping) {
            LOG.debug("{}: stops before it was looked back", lane);
          }
        });
  }

  /** On the lane's thread, every so often. */
  void tick(long nanos) {
    if (waits && nanos - sinceNanos >= AGAIN_NANOS) {
      waits = false;
      begin();
    }
  }

  /** On the slow thread. */
  private void slice(LookBack look) {
    if (look.isOver()) {
      return;
    }
    try {
      LookBack.Found found = look.read();
      inbox.errand(
          () -> {
            late.resume(found.held(), time.monotonicNanos());
            found.owed().forEach(judge::owedEarlier);
            begin();
          });
    } catch (JournalException | RuntimeException unread) {
      LOG.warn("{}: what is open further back in the journal is looked for later", lane, unread);
      inbox.errand(
          () -> {
            waits = true;
            sinceNanos = time.monotonicNanos();
          });
    }
  }
}
