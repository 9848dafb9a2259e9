// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.session;

import java.util.random.RandomGenerator;

/**
 * Waiting times between attempts: doubling from the first to the longest, each shortened by chance
 * by up to a quarter, so that the drivers of a site do not knock in step.
 */
public final class Backoff {

  private final long firstMs;
  private final long longestMs;
  private final RandomGenerator random;
  private long nextMs;

  public Backoff(long firstMs, long longestMs, RandomGenerator random) {
    this.firstMs = firstMs;
    this.longestMs = Math.max(firstMs, longestMs);
    this.random = random;
    this.nextMs = firstMs;
  }

  /** How long to wait before the next attempt, in milliseconds. */
  public long nextMs() {
    long most = nextMs;
    nextMs = Math.min(longestMs, 2 * nextMs);
    return most - random.nextLong(most / 4 + 1);
  }

  /** It went well: the next waiting time is the first again. */
  public void reset() {
    nextMs = firstMs;
  }
}
