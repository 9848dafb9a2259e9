// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gate;

/**
 * Times of a gate, in nanoseconds.
 *
 * @param grantNanos so long a tap holds until somebody steps between the flaps
 * @param closingNanos so long flaps move when they close
 * @param obstructedNanos so long a person needs at most between the flaps
 * @param mostGrants so many taps may be ahead of their passages
 */
public record GateTimes(long grantNanos, long closingNanos, long obstructedNanos, int mostGrants) {

  /** 5 s to step in, flaps close within 1 s, 4 s between them, three taps ahead. */
  public static GateTimes usual() {
    return new GateTimes(5_000_000_000L, 1_000_000_000L, 4_000_000_000L, 3);
  }
}
