// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.tolllane;

import io.wayside.core.device.Output;
import java.time.Duration;

/** The line that raises; it notes when it was told to. */
final class BarrierLine implements Output {

  private boolean on;
  private long risenNanos;

  @Override
  public synchronized void drive(boolean now, Duration lease) {
    if (now && !on) {
      risenNanos = System.nanoTime();
    }
    if (now != on) {
      on = now;
      notifyAll();
    }
  }

  @Override
  public void release() {
    // nothing hangs on it
  }

  @Override
  public boolean safeState() {
    return true;
  }

  @Override
  public String deviceId() {
    return "raise";
  }

  /** Whether it became so in time. */
  synchronized boolean awaits(boolean wanted, long ms) throws InterruptedException {
    long end = System.nanoTime() + ms * 1_000_000;
    while (on != wanted) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  /** When it was last told to rise. */
  synchronized long risenNanos() {
    return risenNanos;
  }
}
