// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.faults;

import io.wayside.rig.simulators.fault.FaultKind;
import io.wayside.rig.simulators.fault.FaultLedger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a run, or several together, came to.
 *
 * @param frames sent by the indicator while faults were injected
 * @param struck how often each fault struck
 * @param recoveredMs each time from a line that is back to the first that is heard of it
 * @param failedAgain times when the line failed again before anything was heard
 */
record Outcome(
    long frames,
    Map<FaultKind, Long> struck,
    Verdict verdict,
    List<Double> recoveredMs,
    int failedAgain) {

  static final Outcome NONE = new Outcome(0, Map.of(), Verdict.NONE, List.of(), 0);

  Outcome {
    struck = Map.copyOf(struck);
    recoveredMs = List.copyOf(recoveredMs);
  }

  static Map<FaultKind, Long> struck(FaultLedger ledger) {
    Map<FaultKind, Long> struck = new EnumMap<>(FaultKind.class);
    for (FaultKind kind : FaultKind.values()) {
      struck.put(kind, ledger.count(kind));
    }
    return struck;
  }

  Outcome and(Outcome other) {
    Map<FaultKind, Long> both = new EnumMap<>(FaultKind.class);
    both.putAll(struck);
    other.struck.forEach((kind, count) -> both.merge(kind, count, Long::sum));
    List<Double> recovered = new ArrayList<>(recoveredMs);
    recovered.addAll(other.recoveredMs);
    return new Outcome(
        frames + other.frames,
        both,
        verdict.and(other.verdict),
        recovered,
        failedAgain + other.failedAgain);
  }
}
