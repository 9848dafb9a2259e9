// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.journal.JournalException;
import io.wayside.core.record.RecordId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears whether something the journal found was recorded.
 *
 * @param what in a word or two
 */
record Recorded(String what) implements Pending.Answer {

  private static final Logger LOG = LoggerFactory.getLogger(Recorded.class);

  @Override
  public void kept(RecordId id) {
    LOG.info("the finding \"{}\" is recorded as {}", what, id);
  }

  @Override
  public void notKept(JournalException reason) {
    LOG.error("the finding \"{}\" could not be recorded", what, reason);
  }

  /** A statement over the heads on its way; somebody may wait for the answer. */
  static final class Soon implements Pending.Answer {
    private static final long LONGEST_S = 10;

    private final CountDownLatch answered = new CountDownLatch(1);
    private Runnable whenKept = () -> {};

    /** What to do when it is kept. */
    Soon then(Runnable action) {
      whenKept = action;
      return this;
    }

    /** Waits for the answer, but not for ever: storage may hang. */
    void await() throws InterruptedException {
      if (!answered.await(LONGEST_S, TimeUnit.SECONDS)) {
        LOG.warn("the last statement over the heads is not recorded after {} s", LONGEST_S);
      }
    }

    @Override
    public void kept(RecordId id) {
      whenKept.run();
      answered.countDown();
    }

    @Override
    public void notKept(JournalException reason) {
      LOG.warn("the heads could not be stated, it is tried again: {}", reason.getMessage());
      answered.countDown();
    }
  }
}
