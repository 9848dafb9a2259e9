// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Full-jitter exponential back-off: before the n-th retry a random time between zero and {@code
 * base · 2ⁿ}, at most {@code cap}. The randomness spreads a fleet whose tunnel came back at one
 * moment.
 */
public final class Backoff {

  private final Duration base;
  private final Duration cap;
  private final RandomGenerator random;
  private int failures;

  public Backoff(Duration base, Duration cap, RandomGenerator random) {
    if (base.isNegative() || base.isZero() || cap.compareTo(base) < 0) {
      throw new IllegalArgumentException("back-off from " + base + " to " + cap + " is no range");
    }
    this.base = base;
    this.cap = cap;
    this.random = random;
  }

  /** The time to wait before the next try. */
  public Duration next() {
    Duration ceiling = ceiling();
    failures++;
    return Duration.ofNanos(random.nextLong(ceiling.toNanos() + 1));
  }

  /** The longest time {@link #next()} can give now. */
  public Duration ceiling() {
    int doublings = Math.min(failures, 30); // 2³⁰ base periods are beyond any cap
    Duration grown = base.multipliedBy(1L << doublings);
    return grown.compareTo(cap) > 0 ? cap : grown;
  }

  /** The connection has proved itself. */
  public void reset() {
    failures = 0;
  }
}
