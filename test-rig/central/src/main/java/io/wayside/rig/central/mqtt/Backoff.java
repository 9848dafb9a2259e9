// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.mqtt;

import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: anything up to a ceiling that doubles (full jitter).
 */
final class Backoff {

  private final long firstMs;
  private final long ceilingMs;
  private final RandomGenerator random;
  private int failures;

  Backoff(long firstMs, long ceilingMs, RandomGenerator random) {
    this.firstMs = firstMs;
    this.ceilingMs = ceilingMs;
    this.random = random;
  }

  long nextMs() {
    long highest = Math.min(ceilingMs, firstMs << Math.min(failures, 20));
    failures++;
    return random.nextLong(highest + 1);
  }

  void succeeded() {
    failures = 0;
  }
}
