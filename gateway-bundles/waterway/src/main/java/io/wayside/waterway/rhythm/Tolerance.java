// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.rhythm;

/**
 * How far a length may be off and still be the one that is expected: the larger of a time and a
 * share, and as much more as the signal was sampled coarsely.
 *
 * @param leastNanos e.g. 50 ms
 * @param share e.g. 0.05
 */
public record Tolerance(long leastNanos, double share) {

  public static Tolerance usual() {
    return new Tolerance(50_000_000, 0.05);
  }

  long of(long nanos, long samplingNanos) {
    return Math.max(leastNanos, (long) (share * nanos)) + samplingNanos;
  }
}
