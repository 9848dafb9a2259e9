// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.waterway;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.rig.simulators.water.FaultKind;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Prints what a run showed, for people or for machines. */
final class WaterReport {

  private static final int SHOWN = 12;

  private final PrintStream out;

  WaterReport(PrintStream out) {
    this.out = out;
  }

  void table(WaterScenario scenario, WaterResult result) {
    out.println(scenario.word() + ": " + scenario.about());
    if (!result.findings().isEmpty()) {
      out.printf(
          Locale.ROOT,
          "  %-20s %7s %7s %11s %11s %11s%n",
          "fault",
          "seen",
          "in time",
          "median min",
          "worst min",
          "stated min");
    }
    for (FaultKind kind : FaultKind.values()) {
      List<Finding> own = of(kind, result);
      if (!own.isEmpty()) {
        row(kind, own);
      }
    }
    result.late().stream().limit(SHOWN).forEach(this::late);
    out.printf(Locale.ROOT, "  false alarms %d%n", result.falseAlarms().size());
    result.falseAlarms().stream().limit(SHOWN).forEach(this::alarm);
    out.printf(
        Locale.ROOT,
        "  silences of aids that are well, in bad reception %d%n",
        result.silences().size());
    out.printf(Locale.ROOT, "  states without a reason %d%n", result.unexplained().size());
  }

  private static List<Finding> of(FaultKind kind, WaterResult result) {
    return result.findings().stream()
        .filter(each -> each.fault().kind() == kind && each.couldBeSeen())
        .toList();
  }

  private void row(FaultKind kind, List<Finding> own) {
    double[] delays =
        own.stream()
            .flatMapToDouble(each -> each.delayS().stream())
            .map(seconds -> seconds / 60)
            .sorted()
            .toArray();
    out.printf(
        Locale.ROOT,
        "  %-20s %7d %7d %11s %11s %11d%n",
        word(kind),
        own.size(),
        own.stream().filter(Finding::inTime).count(),
        delays.length == 0 ? "-" : "%.1f".formatted(delays[delays.length / 2]),
        delays.length == 0 ? "-" : "%.1f".formatted(delays[delays.length - 1]),
        own.stream().mapToLong(each -> each.stated().toMinutes()).max().orElseThrow());
  }

  private void late(Finding finding) {
    out.printf(
        Locale.ROOT,
        "    %s of aid %d after %s: %s%n",
        word(finding.fault().kind()),
        finding.fault().aid(),
        at(finding.visibleS().orElseThrow()),
        finding.detectedS().isPresent()
            ? "found " + at(finding.detectedS().getAsDouble())
            : "never found");
  }

  private void alarm(Answer answer) {
    out.printf(
        Locale.ROOT,
        "    aid %d %s %s %s: %s%n",
        answer.aid(),
        at(answer.atMs() / 1_000.0),
        answer.question().name().toLowerCase(Locale.ROOT),
        answer.state(),
        answer.reason());
  }

  /** A time as days and hours from the beginning. */
  private static String at(double seconds) {
    Duration from = Duration.ofSeconds((long) seconds);
    return String.format(
        Locale.ROOT, "day %d %02d:%02d", from.toDays(), from.toHoursPart(), from.toMinutesPart());
  }

  private static String word(FaultKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  void json(WaterScenario scenario, WaterResult result) {
    out.println(
        Json.write(
            Value.Fields.with("scenario", scenario.word())
                .and("faults", result.findings().stream().filter(Finding::couldBeSeen).count())
                .and("inTime", result.findings().stream().filter(Finding::inTime).count())
                .and("late", result.late().size())
                .and("falseAlarms", result.falseAlarms().size())
                .and("silences", result.silences().size())
                .and("unexplained", result.unexplained().size())
                .build()));
  }
}
