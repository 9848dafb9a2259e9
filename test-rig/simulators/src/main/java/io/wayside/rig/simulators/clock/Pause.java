// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.clock;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Lets the clock's time pass on a thread of its own. */
public final class Pause {

  private Pause() {}

  /**
   * Returns when the time has passed.
   *
   * @throws InterruptedIOException when the thread is interrupted before
   */
  public static void forTime(Duration time, RigClock clock) throws InterruptedIOException {
    if (time.isZero()) {
      return;
    }
    CountDownLatch over = new CountDownLatch(1);
    RigClock.Task alarm = clock.after(time, over::countDown);
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the pause of " + time + " was cut short");
    } finally {
      alarm.cancel();
    }
  }
}
