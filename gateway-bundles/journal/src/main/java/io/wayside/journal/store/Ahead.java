// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.time.TimeSource;
import io.wayside.journal.seal.SigningFailed;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Binds the next batch while the writer waits for the disk, on a thread of its own. It only
 * prepares: the writer stores what it made, if the journal stands where it was expected to, and
 * binds the same drafts again if not.
 */
final class Ahead implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Ahead.class);

  /**
   * Drafts taken from the queue.
   *
   * @param bound made of all of them; null when that is still to be done
   */
  record Taken(List<Pending> pendings, @Nullable Bound bound) {}

  private final JournalSettings settings;
  private final Intake intake;
  private final Binding binding;
  private final TimeSource time;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private volatile @Nullable Thread thread;
  private volatile @Nullable Tip expected;
  private @Nullable Taken taken;
  private boolean working;
  private volatile boolean closed;

  Ahead(JournalSettings settings, Intake intake, Binding binding, TimeSource time) {
    this.settings = settings;
    this.intake = intake;
    this.binding = binding;
    this.time = time;
  }

  /** The writer is about to wait for the disk: the journal will be there then. */
  void expect(Tip tip) {
    expected = tip;
    if (!intake.isEmpty()) {
      LockSupport.unpark(thread);
    }
  }

  /** There is a draft in the queue. */
  void arrived() {
    if (expected != null) {
      LockSupport.unpark(thread);
    }
  }

  /** What was taken meanwhile, once it is done; nothing more is taken. Null when nothing was. */
  @Nullable Taken recall() {
    lock.lock();
    try {
      expected = null;
      while (working) {
        changed.awaitUninterruptibly();
      }
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
      List<Pending> pendings = List.of();
      Bound bound = null;
      try {
        pendings = intake.take(settings.maxBatchRows(), settings.maxBatchBytes());
        bound = pendings.isEmpty() ? null : binding.bind(tip, pendings, time.now().wall());
      } finally {
        done(pendings.isEmpty() ? null : new Taken(pendings, bound));
      }
      seal(bound);
    }
  }

  /** The writer stores the records meanwhile. */
  private static void seal(@Nullable Bound bound) {
    if (bound != null) {
      try {
        bound.seal().make();
      } catch (SigningFailed away) {
        LOG.debug("the writer tries it too, and tells: {}", away.getMessage());
      }
    }
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
