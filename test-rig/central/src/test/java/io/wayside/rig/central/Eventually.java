// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition of something that runs by itself. */
public final class Eventually {

  private static final Duration DEADLINE = Duration.ofMinutes(2);

  private Eventually() {}

  public static void that(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + DEADLINE.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > end) {
        fail("not within " + DEADLINE.toSeconds() + " s: " + what);
      }
      LockSupport.parkNanos(5_000_000);
    }
  }
}
