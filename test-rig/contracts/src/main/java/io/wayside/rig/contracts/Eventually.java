// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition with a deadline; between looks, simulated time is let pass. */
public final class Eventually {

  private static final long LOOK_EVERY_NANOS = 200_000;

  private final Duration deadline;
  private final Runnable letTimePass;

  public Eventually(Duration deadline, Runnable letTimePass) {
    this.deadline = deadline;
    this.letTimePass = letTimePass;
  }

  /** Returns as soon as the condition holds, or fails with the words. */
  public void until(String expectation, BooleanSupplier condition) {
    long end = System.nanoTime() + deadline.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("expected within " + deadline + ": " + expectation);
      }
      letTimePass.run();
      LockSupport.parkNanos(LOOK_EVERY_NANOS);
    }
  }
}
