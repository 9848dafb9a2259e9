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
 * @param heldNanos what was passed while nobody could be asked is asked about for so long
 */
public record PlazaRules(
    double margin,
    long freshNanos,
    long claimNanos,
    long duplicateNanos,
    long aliveNanos,
    long heldNanos) {

  private static final long MS = 1_000_000;
  private static final long DAY = 86_400_000 * MS;

  public static PlazaRules usual() {
    return new PlazaRules(0.12, 1_500 * MS, 5_000 * MS, 180_000 * MS, 2_000 * MS, DAY);
  }
}
