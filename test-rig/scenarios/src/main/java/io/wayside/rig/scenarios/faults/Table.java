// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.faults;

import io.wayside.rig.simulators.fault.FaultKind;
import io.wayside.rig.simulators.fault.FaultPlan;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The outcome for people, and whether every bar holds. */
record Table(Outcome outcome, FaultPlan plan) {

  /** Longest time from a line that is back to the first that is heard of it. */
  static final double MOST_RECOVERY_MS = 2_000;

  private static final int MOST_EXAMPLES = 5;

  boolean holds() {
    return outcome.verdict().holds()
        && neverStruck().isEmpty()
        && outcome.verdict().masses() > 0
        && !outcome.recoveredMs().isEmpty()
        && Collections.max(outcome.recoveredMs()) <= MOST_RECOVERY_MS;
  }

  private Set<FaultKind> neverStruck() {
    Set<FaultKind> never = EnumSet.noneOf(FaultKind.class);
    plan.kinds().stream()
        .filter(k -> outcome.struck().getOrDefault(k, 0L) == 0)
        .forEach(never::add);
    return never;
  }

  @Override
  public String toString() {
    Verdict verdict = outcome.verdict();
    StringBuilder text = new StringBuilder();
    row(text, "frames", outcome.frames());
    for (FaultKind kind : FaultKind.values()) {
      row(
          text,
          "  " + kind.name().toLowerCase(Locale.ROOT),
          outcome.struck().getOrDefault(kind, 0L));
    }
    row(text, "vehicles", verdict.vehicles());
    row(text, "  all axles weighed", verdict.whole());
    row(text, "axles", verdict.passes());
    row(text, "axle masses recorded", verdict.masses());
    row(text, "weighing records", verdict.weighings());
    row(text, "  flagged incomplete", verdict.flagged());
    row(text, "  not flagged so", verdict.weighings() - verdict.flagged());
    row(text, "gap records", verdict.gaps());
    row(text, "wrong", verdict.wrong().size());
    row(text, "uncovered", verdict.uncovered().size());
    recovery(text);
    examples(text, "WRONG", verdict.wrong());
    examples(text, "UNCOVERED", verdict.uncovered());
    if (!neverStruck().isEmpty()) {
      text.append("never struck, so this run proves nothing about them: ")
          .append(neverStruck())
          .append(System.lineSeparator());
    }
    return text.append(holds() ? "every bar holds" : "NOT every bar holds").toString();
  }

  private void recovery(StringBuilder text) {
    List<Double> sorted = outcome.recoveredMs().stream().sorted().toList();
    row(text, "recoveries measured", sorted.size());
    row(text, "  line failed again", outcome.failedAgain());
    if (!sorted.isEmpty()) {
      row(text, "  median ms", Math.round(sorted.get(sorted.size() / 2)));
      row(text, "  longest ms", Math.round(sorted.get(sorted.size() - 1)));
    }
  }

  private static void row(StringBuilder text, String what, long value) {
    text.append(String.format(Locale.ROOT, "%-24s %,14d%n", what, value));
  }

  private static void examples(StringBuilder text, String what, List<String> all) {
    all.stream()
        .limit(MOST_EXAMPLES)
        .forEach(
            each -> text.append(what).append(": ").append(each).append(System.lineSeparator()));
  }
}
