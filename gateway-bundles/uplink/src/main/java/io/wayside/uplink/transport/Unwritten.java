// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.transport;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Counts the messages at QoS 0 that a client library took and has not written yet. The libraries
 * take any number; nothing else would hold back a sender on a link that has stopped.
 */
public final class Unwritten {

  private final int most;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition none = lock.newCondition();
  private int count;

  public Unwritten(int most) {
    this.most = most;
  }

  /**
   * One more is handed over; {@link #written} must follow.
   *
   * @throws ConnectionLost when too many wait already
   */
  public void add(String topic) throws ConnectionLost {
    lock.lock();
    try {
      if (count == most) {
        throw new ConnectionLost(
            "publishing to "
                + topic
                + " failed: "
                + most
                + " messages wait to be written, the link takes nothing",
            null);
      }
      count++;
    } finally {
      lock.unlock();
    }
  }

  /** Written, or given up. */
  public void written() {
    lock.lock();
    try {
      count--;
      if (count == 0) {
        none.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits until all are written, at most so long. */
  public void awaitNone(Duration patience) throws InterruptedException {
    lock.lock();
    try {
      long leftNanos = patience.toNanos();
      while (count > 0 && leftNanos > 0) {
        leftNanos = none.awaitNanos(leftNanos);
      }
    } finally {
      lock.unlock();
    }
  }
}
