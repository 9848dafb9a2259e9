// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.transports;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what others do in their own time. */
public final class Eventually {

  private static final long PATIENCE_S = 60;

  private Eventually() {}

  /** Returns when it is so; fails after a minute. */
  public static void so(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within " + PATIENCE_S + " s: " + what);
      }
      LockSupport.parkNanos(10_000_000);
    }
  }
}
