// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.detector.card;

import java.util.OptionalInt;

/** How many vehicles can have passed: what a counter says beyond it, it says after a restart. */
final class Pace {

  /** Of one place; motorcycles abreast are at most two at once. */
  private static final double MOST_PER_S = 4;

  private static final int AT_ONCE = 8;

  private Pace() {}

  /**
   * How far a counter moved on, through its end or not; empty when it cannot have.
   *
   * @param places that count into it
   */
  static OptionalInt rise(long before, long now, long modulo, long nanos, int places) {
    double most = places * (AT_ONCE + MOST_PER_S * nanos / 1e9);
    long rise = Math.floorMod(now - before, modulo);
    // In a time in which it can have gone all the way round it tells nothing.
    return rise <= most && most < modulo ? OptionalInt.of((int) rise) : OptionalInt.empty();
  }
}
