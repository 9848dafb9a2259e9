// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.camerakill;

import io.wayside.core.device.Frame;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts the pictures of a camera, and waits for more. */
final class Screen implements Listener<Frame> {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition more = lock.newCondition();
  private long pictures;
  private long interruptions;

  @Override
  public void received(Frame frame) {
    lock.lock();
    try {
      pictures += 1 + frame.missedBefore();
      more.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void interrupted(Interruption interruption) {
    lock.lock();
    try {
      interruptions++;
      more.signalAll();
    } finally {
      lock.unlock();
    }
  }

  long pictures() {
    lock.lock();
    try {
      return pictures;
    } finally {
      lock.unlock();
    }
  }

  long interruptions() {
    lock.lock();
    try {
      return interruptions;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for more pictures and interruptions than there were; false if they do not come. */
  boolean awaitMore(long morePictures, long moreInterruptions, long nanos)
      throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = nanos;
      while (pictures <= morePictures || interruptions <= moreInterruptions) {
        if (left <= 0) {
          return false;
        }
        left = more.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Lets a time go by while pictures come. */
  void watch(long nanos) throws InterruptedException {
    awaitMore(Long.MAX_VALUE - 1, -1, Math.max(nanos, TimeUnit.MILLISECONDS.toNanos(1)));
  }
}
