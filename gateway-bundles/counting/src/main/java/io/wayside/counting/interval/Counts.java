// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.interval;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * What was counted in an interval.
 *
 * @param doubtful of the vehicles, those that may be none, or two
 * @param late vehicles besides, known of only now: they passed while nothing was counted
 * @param byClass vehicles by class and direction
 * @param pcu passenger-car units of those whose class has any
 * @param withoutPcu vehicles that have none
 * @param speedsMps mean and 85th percentile
 * @param headwaysS mean and 15th percentile of the time between neighbours' arrivals
 */
public record Counts(
    int vehicles,
    int doubtful,
    int late,
    Map<String, Map<String, Integer>> byClass,
    double pcu,
    int withoutPcu,
    Spread speedsMps,
    Spread headwaysS) {

  public Counts {
    byClass = Map.copyOf(byClass);
  }

  /**
   * Values by number, mean and one percentile.
   *
   * @param n of how many
   */
  public record Spread(int n, OptionalDouble mean, OptionalDouble percentile) {}
}
