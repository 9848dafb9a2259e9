// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.journal.JournalException;
import io.wayside.core.record.RecordId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
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

  /**
   * A thread that stands still. Those that wait for one commit wake each other, each two more: to
   * wake a hundred threads takes longer than to commit their records, and the writer has the next
   * batch to see to.
   */
  static final class Wait implements Pending.Answer {

    private enum State {
      WAITING,
      LEFT,
      RELEASED
    }

    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private @Nullable RecordId id;
    private @Nullable JournalException reason;
    private List<Wait> followers = List.of();

    /** Their records are kept, in this order; all of them will wake. */
    static void allKept(List<Wait> waits, List<RecordId> ids) {
      for (int i = 0; i < waits.size(); i++) {
        Wait wait = waits.get(i);
        wait.id = ids.get(i);
        int first = Math.min(2 * i + 1, waits.size());
        wait.followers = waits.subList(first, Math.min(first + 2, waits.size()));
      }
      if (!waits.isEmpty()) {
        waits.get(0).release();
      }
    }

    @Override
    public void kept(RecordId kept) {
      id = kept;
      release();
    }

    @Override
    public void notKept(JournalException why) {
      reason = why;
      release();
    }

    /** What was written before is seen by the one who waits; for one who left its work is done. */
    private void release() {
      if (state.getAndSet(State.RELEASED) == State.LEFT) {
        followers.forEach(Wait::release);
      } else {
        done.countDown();
      }
    }

    RecordId await() throws InterruptedException, JournalException {
      try {
        done.await();
      } catch (InterruptedException interrupted) {
        if (!state.compareAndSet(State.WAITING, State.LEFT)) {
          followers.forEach(Wait::release);
        }
        throw interrupted;
      }
      followers.forEach(Wait::release);
      RecordId kept = id;
      JournalException why = reason;
      if (kept != null) {
        return kept;
      }
      throw why != null ? why : new JournalException.Unavailable("the journal gave no answer");
    }
  }
}
