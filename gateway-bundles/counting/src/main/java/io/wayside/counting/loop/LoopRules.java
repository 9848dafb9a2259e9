// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.loop;

/**
 * What counts as a presence and what as a vehicle.
 *
 * @param bounceNanos a contact that closes again for less than this bounces
 * @param leastGapNanos gaps shorter than this are no gap between vehicles
 * @param leastPresenceNanos presences shorter than this are no vehicle
 * @param stuckNanos a presence longer than this is a fault, not a vehicle
 * @param slowestMps a vehicle that needs longer from loop to loop is not known to be the same
 * @param fastestMps no vehicle is faster
 * @param shortestM no vehicle is shorter
 * @param longestM longer ones may be two that the loops did not tell apart
 */
public record LoopRules(
    long bounceNanos,
    long leastGapNanos,
    long leastPresenceNanos,
    long stuckNanos,
    double slowestMps,
    double fastestMps,
    double shortestM,
    double longestM) {

  /** Usual values: bounce under 5 ms, 25 m the longest road train, 5 min until a loop is stuck. */
  public static LoopRules usual() {
    return new LoopRules(5_000_000, 10_000_000, 30_000_000, 300_000_000_000L, 1.5, 70, 0.8, 25);
  }

  public LoopRules stuckAfter(long nanos) {
    return new LoopRules(
        bounceNanos,
        leastGapNanos,
        leastPresenceNanos,
        nanos,
        slowestMps,
        fastestMps,
        shortestM,
        longestM);
  }
}
