// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plaza;

/**
 * How lanes judge each other's words. Times in nanoseconds.
 *
 * @param margin one score is better than another only when it is ahead by so much
 * @param freshNanos how long a hearing counts
 * @param claimNanos how long a claim counts that is not repeated
 * @param duplicateNanos T_dup, from the commit
 * @param aliveNanos a lane that is silent for longer cannot be asked
 */
public record PlazaRules(
    double margin, long freshNanos, long claimNanos, long duplicateNanos, long aliveNanos) {

  private static final long MS = 1_000_000;

  public static PlazaRules usual() {
    return new PlazaRules(0.12, 1_500 * MS, 5_000 * MS, 180_000 * MS, 2_000 * MS);
  }
}
