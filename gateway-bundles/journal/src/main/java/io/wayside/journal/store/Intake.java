// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The queue of drafts, bounded by number and bytes; when it is full a draft is refused. A draft
 * counts until it is answered, not only until it is taken.
 */
final class Intake {

  /** What became of an offer. */
  enum Offer {
    TAKEN,
    FULL,
    CLOSED
  }

  private final int maxDrafts;
  private final long maxBytes;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Pending> queue = new ArrayDeque<>();
  private final AtomicInteger drafts = new AtomicInteger(); // raised under the lock only
  private final AtomicLong bytes = new AtomicLong();
  private volatile int queued;
  private boolean closed;
  private boolean called;

  Intake(int maxDrafts, long maxBytes) {
    this.maxDrafts = maxDrafts;
    this.maxBytes = maxBytes;
  }

  Offer offer(Pending pending) {
    lock.lock();
    try {
      if (closed) {
        return Offer.CLOSED;
      }
      int others = drafts.get();
      if (others >= maxDrafts || (others > 0 && bytes.get() + pending.bytes() > maxBytes)) {
        return Offer.FULL;
      }
      queue.add(pending);
      queued = queue.size();
      enter(pending);
      changed.signal();
      return Offer.TAKEN;
    } finally {
      lock.unlock();
    }
  }

  /** Lets a draft in without queueing it, when there is no other; it is answered as others are. */
  boolean enterAlone(Pending pending) {
    lock.lock();
    try {
      if (closed || drafts.get() > 0) {
        return false;
      }
      enter(pending);
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void enter(Pending pending) {
    drafts.incrementAndGet();
    bytes.addAndGet(pending.bytes());
  }

  /** Waits for drafts at most that long, but not at all once closed or called. */
  void await(long maxWaitNanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long wait = maxWaitNanos;
      while (queue.isEmpty() && !closed && !called && wait > 0) {
        wait = changed.awaitNanos(wait);
      }
      called = false;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until so many drafts are queued, at most that long, and not at all once closed or called.
   */
  void gather(int drafts, long maxWaitNanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long wait = maxWaitNanos;
      while (queue.size() < drafts && !closed && !called && wait > 0) {
        wait = changed.awaitNanos(wait);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes what is there within the limits of a batch; at least one draft, however large, when there
   * is any.
   */
  List<Pending> take(int maxRows, long maxBatchBytes) {
    lock.lock();
    try {
      List<Pending> batch = new ArrayList<>();
      long batchBytes = 0;
      while (!queue.isEmpty()
          && batch.size() < maxRows
          && (batch.isEmpty() || batchBytes + queue.peek().bytes() <= maxBatchBytes)) {
        Pending pending = queue.remove();
        batchBytes += pending.bytes();
        batch.add(pending);
      }
      queued = queue.size();
      return batch;
    } finally {
      lock.unlock();
    }
  }

  /** Whether nothing waits to be taken; takes no lock. */
  boolean isEmpty() {
    return queued == 0;
  }

  /** These are answered and make room; takes no lock, for many may be at the door. */
  void answered(List<Pending> batch) {
    long sum = 0;
    for (Pending pending : batch) {
      sum += pending.bytes();
    }
    bytes.addAndGet(-sum);
    drafts.addAndGet(-batch.size());
  }

  /** Wakes the taker though there may be nothing to take. */
  void call() {
    lock.lock();
    try {
      called = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Accepts nothing more; what is queued can still be taken. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean isDrained() {
    lock.lock();
    try {
      return closed && queue.isEmpty();
    } finally {
      lock.unlock();
    }
  }
}
