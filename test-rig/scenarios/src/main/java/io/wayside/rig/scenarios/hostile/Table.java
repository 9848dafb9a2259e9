// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import io.wayside.rig.scenarios.hostile.Verdict.Wrong;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/** Adds outcomes up, by each value of each factor and in all. */
final class Table {

  private static final int MOST_DETAILS = 30;

  private final List<Outcome> outcomes = new ArrayList<>();

  void add(Outcome outcome) {
    outcomes.add(outcome);
  }

  int trials() {
    return outcomes.size();
  }

  boolean holds() {
    return broken() == 0;
  }

  int broken() {
    return (int) outcomes.stream().filter(outcome -> !outcome.verdict().holds()).count();
  }

  List<Outcome> outcomes() {
    return List.copyOf(outcomes);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            "%-44s %6s %8s %7s %7s %6s %7s %6s %6s %9s %7s %8s%n",
            "", "trials", "records", "missing", "doubled", "other", "cuts", "mean", "most",
            "lost by", "settled", "longest"));
    text.append(
        String.format(
            "%-44s %6s %8s %7s %7s %6s %7s %13s %9s %7s %8s%n",
            "", "", "", "", "", "wrongs", "", "repeats a cut", "broker", "s", "s"));
    byFactor().forEach((name, some) -> row(text, name, some));
    row(text, "all", outcomes);
    details(text);
    return text.toString();
  }

  /** In the order in which the factors and their values are written down. */
  private Map<String, List<Outcome>> byFactor() {
    Map<String, List<Outcome>> groups = new LinkedHashMap<>();
    for (int factor = 0; factor < Combination.FACTOR_NAMES.size(); factor++) {
      for (Combination combination : Combination.all()) {
        groups.putIfAbsent(name(combination, factor), new ArrayList<>());
      }
      for (Outcome outcome : outcomes) {
        groups.getOrDefault(name(outcome.combination(), factor), new ArrayList<>()).add(outcome);
      }
    }
    groups.values().removeIf(List::isEmpty);
    return groups;
  }

  private static String name(Combination combination, int factor) {
    return Combination.FACTOR_NAMES.get(factor) + ": " + combination.factors().get(factor).words();
  }

  private static void row(StringBuilder text, String name, List<Outcome> some) {
    long others = 0;
    for (Wrong wrong : Wrong.values()) {
      others += wrong == Wrong.MISSING || wrong == Wrong.DOUBLED ? 0 : count(some, wrong);
    }
    long cuts = some.stream().mapToLong(Outcome::cuts).sum();
    long repeats = some.stream().flatMap(o -> o.repeats().stream()).mapToLong(r -> r).sum();
    long most = some.stream().flatMap(o -> o.repeats().stream()).mapToLong(r -> r).max().orElse(0);
    text.append(
        String.format(
            Locale.ROOT,
            "%-44s %,6d %,8d %,7d %,7d %,6d %,7d %6.1f %6d %,9d %7.1f %8.1f%n",
            name,
            some.size(),
            some.stream().mapToLong(Outcome::accepted).sum(),
            count(some, Wrong.MISSING),
            count(some, Wrong.DOUBLED),
            others,
            cuts,
            cuts == 0 ? 0.0 : (double) repeats / cuts,
            most,
            some.stream().mapToLong(Outcome::lostByBroker).sum(),
            median(some.stream().mapToLong(Outcome::gatewaySettledMs)) / 1000.0,
            some.stream().mapToLong(Outcome::gatewaySettledMs).max().orElse(0) / 1000.0));
  }

  private static long count(List<Outcome> some, Wrong wrong) {
    return some.stream()
        .mapToLong(o -> o.verdict().wrongs().getOrDefault(wrong, List.of()).size())
        .sum();
  }

  private static long median(LongStream values) {
    long[] sorted = values.sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  private void details(StringBuilder text) {
    text.append(
        String.format(
            Locale.ROOT,
            "the centre had all after a median of %.1f s, at the longest %.1f s%n",
            median(outcomes.stream().mapToLong(Outcome::centreSettledMs)) / 1000.0,
            outcomes.stream().mapToLong(Outcome::centreSettledMs).max().orElse(0) / 1000.0));
    for (Wrong wrong : Wrong.values()) {
      text.append(
          String.format(Locale.ROOT, "  %-52s %,10d%n", wrong.words(), count(outcomes, wrong)));
    }
    outcomes.stream()
        .filter(outcome -> !outcome.verdict().holds())
        .limit(MOST_DETAILS)
        .forEach(
            o ->
                text.append("  ")
                    .append(o.combination())
                    .append(": ")
                    .append(o.verdict().first())
                    .append('\n'));
  }
}
