// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.journal;

import io.wayside.rig.scenarios.journal.Verdict.Wrong;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts cuts and what came of them. */
final class Tally {

  private static final int MOST_DETAILS = 20;

  private final Map<String, Integer> cuts = new TreeMap<>();
  private final Map<String, Integer> findings = new TreeMap<>();
  private final Map<Wrong, Integer> wrongs = new EnumMap<>(Wrong.class);
  private final List<String> details = new ArrayList<>();
  private long accepted;

  /**
   * @param how the kind of cut, such as {@code kill -9}
   * @param where enough to do it again
   */
  synchronized void add(String how, String where, Facts facts, Verdict verdict) {
    cuts.merge(how, 1, Integer::sum);
    accepted += facts.kept().size();
    if (!verdict.finding().isEmpty()) {
      findings.merge(verdict.finding(), 1, Integer::sum);
    }
    verdict
        .wrongs()
        .forEach(
            (wrong, what) -> {
              wrongs.merge(wrong, what.size(), Integer::sum);
              if (details.size() < MOST_DETAILS) {
                details.add(how + ", " + where + ": " + what.size() + "x " + what.get(0));
              }
            });
  }

  synchronized int cuts() {
    return cuts.values().stream().mapToInt(Integer::intValue).sum();
  }

  synchronized int cuts(String how) {
    return cuts.getOrDefault(how, 0);
  }

  synchronized boolean holds() {
    return wrongs.isEmpty();
  }

  /** The first of what went wrong, with the place. */
  synchronized List<String> details() {
    return List.copyOf(details);
  }

  /** The closing table. */
  synchronized String table() {
    StringBuilder text = new StringBuilder();
    cuts.forEach((how, count) -> row(text, how, count));
    row(text, "all cuts", cuts());
    row(text, "accepted records looked for", accepted);
    for (Wrong wrong : Wrong.values()) {
      row(text, wrong.words(), wrongs.getOrDefault(wrong, 0));
    }
    findings.forEach((code, count) -> row(text, "opened with a recorded finding: " + code, count));
    details.forEach(detail -> text.append("  ").append(detail).append('\n'));
    return text.toString();
  }

  private static void row(StringBuilder text, String what, long count) {
    text.append(String.format(Locale.ROOT, "  %-58s %,14d%n", what, count));
  }
}
