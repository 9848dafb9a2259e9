// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.fleet;

import io.wayside.rig.scenarios.fleet.Arrivals.Line;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the journals accepted against what the receiver has. */
record Totals(List<Gateway> gateways, Arrivals arrivals, Results results) {

  void draw() {
    results.part("In all");
    long accepted = gateways.stream().mapToLong(Gateway::acceptedRecords).sum();
    results.add("accepted", "records accepted by the journals", accepted, "");
    results.add(
        "refused",
        "  refused, told to whoever drafted them",
        gateways.stream().mapToLong(Gateway::refused).sum(),
        "");
    results.add("arrived", "different records received", arrivals.distinct(), "");
    results.add("repeated", "received again", arrivals.repeated(), "");
    results.add("repeatedByOne", "  most from one gateway", arrivals.mostRepeatedByOne(), "");
    Map<Line, Long> truth = new HashMap<>();
    gateways.forEach(g -> truth.putAll(g.accepted()));
    long missing = arrivals.missing(truth).stream().mapToLong(Arrivals.Span::size).sum();
    results.add("missing", "MISSING", missing, "");
    long wrong = arrivals.conflicting() + arrivals.invented(truth) + arrivals.strangers();
    results.add("wrong", "altered, invented or unreadable", wrong, "");
    if (missing > 0) {
      results.fault(missing + " records missing: " + some(arrivals.missing(truth)));
    }
    if (wrong > 0) {
      results.fault(wrong + " records altered, invented or unreadable");
    }
    if (accepted == 0) {
      results.fault("no record was accepted, so this run proves nothing");
    }
  }

  private static List<Arrivals.Span> some(List<Arrivals.Span> all) {
    return all.subList(0, Math.min(5, all.size()));
  }
}
