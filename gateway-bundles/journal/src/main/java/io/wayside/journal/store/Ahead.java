// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.time.TimeSource;
import io.wayside.journal.seal.SigningFailed;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Binds the next batch while the writer stores the one before and waits for the disk, on a thread
 * of its own: each draft is numbered and linked as it comes, and whenever none is left the batch is
 * sealed, so that it is ready when the writer is. It only prepares: the writer stores what it made,
 * if the journal stands where it was expected to, and binds the same drafts again if not.
 */
final class Ahead implements Runnable {

  /**
   * Drafts taken from the queue.
   *
   * @param bound made of all of them; null when that is still to be done
   */
  record Taken(List<Pending> pendings, @Nullable Bound bound) {}

  /** A key in a token takes milliseconds: who comes while it signs waits for the next batch. */
  private static final long SLOW_KEY_NANOS = 500_000;

  private final JournalSettings settings;
  private final Intake intake;
  private final Binding binding;
  private final TimeSource time;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private volatile @Nullable Thread thread;
  private volatile @Nullable Tip expected;
  private @Nullable Taken taken;
  private volatile boolean working;
  private volatile boolean recalled;
  private volatile boolean closed;

  Ahead(JournalSettings settings, Intake intake, Binding binding, TimeSource time) {
    this.settings = settings;
    this.intake = intake;
    this.binding = binding;
    this.time = time;
  }

  /** The writer begins to store what takes the journal there. */
  void expect(Tip tip) {
    expected = tip;
    if (!intake.isEmpty()) {
      LockSupport.unpark(thread);
    }
  }

  /** There is a draft in the queue. */
  void arrived() {
    if (working || expected != null) {
      LockSupport.unpark(thread);
    }
  }

  /** What was taken meanwhile, once it is done; nothing more is taken. Null when nothing was. */
  @Nullable Taken recall() {
    lock.lock();
    try {
      expected = null;
      recalled = true;
      if (working) {
        LockSupport.unpark(thread);
      }
      while (working) {
        changed.awaitUninterruptibly();
      }
      recalled = false;
      Taken done = taken;
      taken = null;
      return done;
    } finally {
      lock.unlock();
    }
  }

  /** Ends the thread, once what it has taken was recalled. */
  void close() {
    closed = true;
    LockSupport.unpark(thread);
  }

  @Override
  public void run() {
    thread = Thread.currentThread();
    for (Tip tip = next(); tip != null; tip = next()) {
      Binding.Batch batch = binding.upon(tip);
      Bound bound = null;
      try {
        bound = gather(batch);
      } catch (SigningFailed away) {
        bound = null; // the writer tries it too, and tells
      } finally {
        List<Pending> taken = batch.pendings();
        done(taken.isEmpty() ? null : new Taken(taken, bound));
      }
    }
  }

  /** Adds what comes until it is recalled, or until a slow key has signed; null for nothing. */
  private @Nullable Bound gather(Binding.Batch batch) throws SigningFailed {
    Bound bound = null;
    boolean slowKey = false;
    while (true) {
      boolean last = recalled || closed || slowKey;
      if (!slowKey && add(batch)) {
        bound = null;
      } else if (bound == null && batch.rows() > 0) {
        long begunNanos = time.monotonicNanos();
        bound = batch.seal(time.now().wall());
        slowKey = time.monotonicNanos() - begunNanos > SLOW_KEY_NANOS;
      } else if (!last) {
        LockSupport.park(this);
      }
      if (last) {
        return bound == null && batch.rows() > 0 ? batch.seal(time.now().wall()) : bound;
      }
    }
  }

  /** True when there was something to add. */
  private boolean add(Binding.Batch batch) {
    int rows = settings.maxBatchRows() - batch.rows();
    long bytes = settings.maxBatchBytes() - batch.bytes();
    List<Pending> more = rows > 0 && bytes > 0 ? intake.take(rows, bytes) : List.of();
    batch.add(more);
    return !more.isEmpty();
  }

  /** Waits until there is something to bind; null at the end. */
  private @Nullable Tip next() {
    while (!closed) {
      Tip tip = expected == null || intake.isEmpty() ? null : begin();
      if (tip != null) {
        return tip;
      }
      LockSupport.park(this);
    }
    return null;
  }

  private @Nullable Tip begin() {
    lock.lock();
    try {
      Tip tip = expected;
      expected = null;
      working = tip != null;
      return tip;
    } finally {
      lock.unlock();
    }
  }

  private void done(@Nullable Taken result) {
    lock.lock();
    try {
      taken = result;
      working = false;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
