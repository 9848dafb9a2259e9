// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.core.quality.Flag;
import io.wayside.rig.scenarios.weigh.Matching.Pairing;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How often each flag was raised. */
record FlagCounts(Map<String, Integer> counts) {

  static FlagCounts of(List<Pairing> pairings) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Pairing pairing : pairings) {
      for (Flag flag : pairing.weighed().flags().all()) {
        counts.merge(flag.code(), 1, Integer::sum);
      }
    }
    return new FlagCounts(counts);
  }

  @Override
  public String toString() {
    return counts.isEmpty()
        ? "none"
        : String.join(
            ", ", counts.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList());
  }
}
