// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.journal.JournalException;
import io.wayside.core.record.RecordId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The two ways to wait for a record: a future, and a thread that stands still. */
final class Answers {

  private Answers() {}

  /** Completes a future on the notifier, so that what depends on it never runs on the writer. */
  record Later(CompletableFuture<RecordId> future, Executor notifier) implements Pending.Answer {
    @Override
    public void kept(RecordId id) {
      notifier.execute(() -> future.complete(id));
    }

    @Override
    public void notKept(JournalException reason) {
      notifier.execute(() -> future.completeExceptionally(reason));
    }
  }

  /** Wakes the thread that waits, without a detour. */
  static final class Wait implements Pending.Answer {
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile @Nullable RecordId id;
    private volatile @Nullable JournalException reason;

    @Override
    public void kept(RecordId kept) {
      id = kept;
      done.countDown();
    }

    @Override
    public void notKept(JournalException why) {
      reason = why;
      done.countDown();
    }

    RecordId await() throws InterruptedException, JournalException {
      done.await();
      RecordId kept = id;
      JournalException why = reason;
      if (kept != null) {
        return kept;
      }
      throw why != null ? why : new JournalException.Unavailable("the journal gave no answer");
    }
  }
}
