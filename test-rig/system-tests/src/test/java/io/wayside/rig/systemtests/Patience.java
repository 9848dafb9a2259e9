// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for what is to come, with a deadline so generous that only a fault exceeds it. */
public final class Patience {

  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final long LOOK_EVERY_NANOS = 10_000_000;

  private Patience() {}

  /**
   * Returns as soon as the condition holds, or fails with the words and what is the case instead.
   */
  public static void until(String expectation, Callable<Boolean> condition, Supplier<?> instead) {
    long startNanos = System.nanoTime();
    while (!holds(condition)) {
      if (System.nanoTime() - startNanos > DEADLINE.toNanos()) {
        throw new AssertionError(
            "expected within %s: %s; but:%n%s".formatted(DEADLINE, expectation, instead.get()));
      }
      LockSupport.parkNanos(LOOK_EVERY_NANOS);
    }
  }

  /** The same; how long it took. */
  public static Duration timed(
      String expectation, Callable<Boolean> condition, Supplier<?> instead) {
    long startNanos = System.nanoTime();
    until(expectation, condition, instead);
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }

  private static boolean holds(Callable<Boolean> condition) {
    try {
      return condition.call();
    } catch (RuntimeException | Error fault) {
      throw fault;
    } catch (Exception fault) {
      throw new AssertionError("looking failed", fault);
    }
  }
}
