// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import java.util.List;

/**
 * What came of one trial.
 *
 * @param accepted records promised to the producer
 * @param stored records at the centre in the end
 * @param cuts connections that carried records, but for the last
 * @param repeats records that went again, for each connection after a cut
 * @param repeatsAllowed one window for each cut, and what a killed process had not written down
 * @param lostByBroker acknowledged by the broker and not at the centre until it asked for them
 * @param gatewaySettledMs from the moment the link was in order until nothing waited any more
 * @param centreSettledMs from that moment until the centre had all
 */
record Outcome(
    Combination combination,
    Verdict verdict,
    int accepted,
    int stored,
    int cuts,
    List<Integer> repeats,
    int repeatsAllowed,
    int lostByBroker,
    long gatewaySettledMs,
    long centreSettledMs) {

  Outcome {
    repeats = List.copyOf(repeats);
  }

  static Outcome failed(Combination combination, Exception why) {
    Verdict verdict = new Verdict();
    verdict.add(Verdict.Wrong.VOID, "the trial itself failed: " + why);
    return new Outcome(combination, verdict, 0, 0, 0, List.of(), 0, 0, 0, 0);
  }
}
