// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import io.wayside.rig.simulators.toll.TrueVehicle;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which record of a passage is of which vehicle: by the time at the safety loop and the order there
 * alone, never by the tag. Of all ways that keep the order it takes one with the most pairs, and of
 * those the one whose times agree best.
 */
final class Matching {

  /**
   * Loops feel a vehicle before its nose is over them, and a lane waits before it believes a gap.
   */
  private static final long SLACK_NANOS = 500_000_000L;

  private final List<TrueVehicle> passed;
  private final List<Ending> passages;

  private Matching(List<TrueVehicle> passed, List<Ending> passages) {
    this.passed = passed;
    this.passages = passages;
  }

  /** The record of each vehicle that has one, by the vehicle's id. */
  static Map<Integer, Ending> of(List<TrueVehicle> vehicles, List<Ending> endings) {
    return new Matching(
            vehicles.stream()
                .filter(TrueVehicle::passed)
                .sorted(Comparator.comparingLong(v -> v.reachedNanos().orElseThrow()))
                .toList(),
            endings.stream()
                .filter(Ending::passage)
                .sorted(Comparator.comparingLong(Ending::fromNanos).thenComparing(Ending::toNanos))
                .toList())
        .pairs();
  }

  private Map<Integer, Ending> pairs() {
    double[][] best = new double[passed.size() + 1][passages.size() + 1];
    for (int v = passed.size() - 1; v >= 0; v--) {
      for (int p = passages.size() - 1; p >= 0; p--) {
        double apart = Math.max(best[v + 1][p], best[v][p + 1]);
        best[v][p] = Math.max(apart, together(v, p) + best[v + 1][p + 1]);
      }
    }
    Map<Integer, Ending> pairs = new HashMap<>();
    int v = 0;
    int p = 0;
    while (v < passed.size() && p < passages.size()) {
      if (together(v, p) > 0 && best[v][p] == together(v, p) + best[v + 1][p + 1]) {
        pairs.put(passed.get(v++).id(), passages.get(p++));
      } else if (best[v][p] == best[v + 1][p]) {
        v++;
      } else {
        p++;
      }
    }
    return pairs;
  }

  /** How well two agree: 0 not at all, else 10 for the pair and up to 1 for its times. */
  private double together(int vehicle, int passage) {
    long cameNanos = passed.get(vehicle).reachedNanos().orElseThrow();
    long leftNanos = passed.get(vehicle).passedNanos().orElseThrow();
    Ending ending = passages.get(passage);
    long both = Math.min(leftNanos, ending.toNanos()) - Math.max(cameNanos, ending.fromNanos());
    if (both + SLACK_NANOS <= 0) {
      return 0;
    }
    long all = Math.max(leftNanos, ending.toNanos()) - Math.min(cameNanos, ending.fromNanos());
    return 10 + (double) Math.max(0, both) / Math.max(1, all);
  }
}
