// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gatework;

import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The bounded queue before a gate's thread. Changes of contacts are never dropped one by one: when
 * there is no room for one, none of those that wait is to be believed, and all contacts are to be
 * read anew. A tap without room is refused; the medium is held to the reader again. Errands go
 * before what waits, in the order in which they were given: two that tapped get their flaps in the
 * order of their taps.
 */
public final class Mailbox {

  private record Letter(boolean change, Runnable work) {}

  private final int most;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final ArrayDeque<Letter> letters = new ArrayDeque<>();
  private final ArrayDeque<Runnable> errands = new ArrayDeque<>();
  private boolean flooded;
  private long refused;

  public Mailbox(int most) {
    this.most = most;
  }

  void changed(Runnable work) {
    lock.lock();
    try {
      if (flooded) {
        return; // all are read anew
      }
      if (letters.size() >= most) {
        flooded = true;
        letters.removeIf(Letter::change);
      } else {
        letters.add(new Letter(true, work));
      }
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }

  /** A tap or an order; false when there is no room. */
  boolean asked(Runnable work) {
    lock.lock();
    try {
      if (letters.size() >= most) {
        refused++;
        return false;
      }
      letters.add(new Letter(false, work));
      arrived.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * What another gate has said; without room it is dropped, for it is said again. It has half of
   * the room: what it takes is not to count as changes that were lost, which open the flaps.
   */
  void overheard(Runnable work) {
    lock.lock();
    try {
      if (letters.size() < most / 2) {
        letters.add(new Letter(false, work));
        arrived.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /** What follows a durable record, or the stop: always taken, there are no more than records. */
  public void errand(Runnable work) {
    lock.lock();
    try {
      errands.add(work);
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }

  /** The next one; null when none came in time, or a flood is to be dealt with. */
  public @Nullable Runnable next(long patienceNanos) throws InterruptedException {
    lock.lock();
    try {
      long left = patienceNanos;
      while (letters.isEmpty() && errands.isEmpty() && !flooded && left > 0) {
        left = arrived.awaitNanos(left);
      }
      if (!errands.isEmpty()) {
        return errands.poll();
      }
      Letter letter = flooded ? null : letters.poll();
      return letter == null ? null : letter.work();
    } finally {
      lock.unlock();
    }
  }

  /** Whether changes were lost since it was asked last. */
  boolean takeFlood() {
    lock.lock();
    try {
      boolean was = flooded;
      flooded = false;
      return was;
    } finally {
      lock.unlock();
    }
  }

  /** What was said to an earlier run is not for this one. */
  void forget() {
    lock.lock();
    try {
      letters.clear();
      errands.clear();
      flooded = false;
    } finally {
      lock.unlock();
    }
  }

  long refused() {
    lock.lock();
    try {
      return refused;
    } finally {
      lock.unlock();
    }
  }
}
