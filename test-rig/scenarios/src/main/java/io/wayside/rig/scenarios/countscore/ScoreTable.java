// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.countscore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A score for people. */
final class ScoreTable {

  private static final int MOST_NAMED = 20;

  private ScoreTable() {}

  static List<String> of(Score score) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            "%-20s %7s %7s %8s %8s %10s",
            "line, direction", "true", "counted", "matched", "recall", "precision"));
    score.rows().forEach((key, row) -> lines.add(row(key, row)));
    lines.add(row("all", score.all()));
    score.classes().forEach((truth, called) -> lines.add(called(truth, called)));
    errors("speed", score.errors(Passing::speedMps), lines);
    errors("length", score.errors(Passing::lengthM), lines);
    named("missed", score.missed(), lines);
    named("not there", score.invented(), lines);
    return lines;
  }

  private static String row(String key, Score.Row row) {
    return String.format(
        Locale.ROOT,
        "%-20s %7d %7d %8d %8.4f %10.4f",
        key,
        row.truths(),
        row.events(),
        row.matched(),
        row.recall(),
        row.precision());
  }

  private static String called(String truth, Map<String, Long> called) {
    return "class "
        + truth
        + ": "
        + called.entrySet().stream()
            .map(entry -> entry.getValue() + " as " + entry.getKey())
            .collect(Collectors.joining(", "));
  }

  private static void errors(String what, double[] errors, List<String> lines) {
    if (errors.length == 0) {
      lines.add(what + ": nothing to compare");
      return;
    }
    double[] sizes = Arrays.stream(errors).map(Math::abs).sorted().toArray();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: %d compared, median error %+.1f %%, 95 %% within %.1f %%, largest %.1f %%",
            what,
            errors.length,
            100 * errors[errors.length / 2],
            100 * sizes[(int) Math.ceil(0.95 * sizes.length) - 1],
            100 * sizes[sizes.length - 1]));
  }

  private static void named(String what, List<Passing> some, List<String> lines) {
    if (!some.isEmpty()) {
      lines.add(
          what
              + ": "
              + some.stream()
                  .limit(MOST_NAMED)
                  .map(
                      p ->
                          String.format(
                              Locale.ROOT,
                              "%.2f s %s %s %s",
                              p.timeS(),
                              p.line(),
                              p.direction(),
                              p.vehicleClass()))
                  .collect(Collectors.joining("; "))
              + (some.size() > MOST_NAMED ? "; and " + (some.size() - MOST_NAMED) + " more" : ""));
    }
  }
}
