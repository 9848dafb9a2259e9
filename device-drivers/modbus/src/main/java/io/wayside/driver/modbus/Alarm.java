// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Rests by the machine's own time. */
final class Alarm implements Pace {

  private final Semaphore rung = new Semaphore(0);

  @Override
  public void rest(long nanos) throws InterruptedException {
    if (rung.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
      rung.drainPermits();
    }
  }

  @Override
  public void wake() {
    rung.release();
  }
}
