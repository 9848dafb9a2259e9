// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for something the operating system does in its own time. */
public final class Soon {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Soon() {}

  public static void until(String what, Condition condition) throws Exception {
    long giveUpNanos = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > giveUpNanos) {
        throw new AssertionError("not within " + PATIENCE + ": " + what);
      }
      LockSupport.parkNanos(500_000);
    }
  }

  /** May ask the operating system. */
  @FunctionalInterface
  public interface Condition {
    boolean holds() throws Exception;
  }
}
