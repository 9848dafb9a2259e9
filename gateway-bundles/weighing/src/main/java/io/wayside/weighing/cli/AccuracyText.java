// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.cli;

import io.wayside.weighing.accuracy.AccuracyClass;
import io.wayside.weighing.accuracy.Conditions;
import io.wayside.weighing.accuracy.Cost323;
import io.wayside.weighing.accuracy.Criterion;
import io.wayside.weighing.accuracy.E1318;
import java.io.PrintStream;
import java.util.Locale;

/** The report for people, with the whole calculation. */
final class AccuracyText {

  private final PrintStream out;

  AccuracyText(PrintStream out) {
    this.out = out;
  }

  void print(AccuracyReport report) {
    cost323(report);
    r134(report);
    e1318(report.e1318());
  }

  private void cost323(AccuracyReport report) {
    Conditions conditions = report.cost323().conditions();
    line(
        "COST 323, environment %s, plan %s, %s%s",
        conditions.environment(),
        conditions.plan(),
        conditions.initial() ? "initial verification" : "in service",
        report.conditionsAssumed() ? " (what was not given: the strictest)" : "");
    line(
        "  %-14s %6s %6s %8s %8s %7s %8s %8s %8s  %s",
        "criterion", "n", "floor", "m %", "s %", "π0 %", "δmin %", "δ %", "π %", "class");
    report.cost323().results().forEach(this::row);
    line(
        "  overall %s",
        report.cost323().overall().map(AccuracyClass::label).orElse("cannot be told"));
    report.cost323().results().forEach(this::remarks);
    line("  m, s: mean and standard deviation of the relative errors; floor: pairs left out");
    line("  because the reference is at or below the criterion's floor; π0: confidence demanded");
    line("  for n; δmin: the tolerance for which the confidence is π0%s;", initial(conditions));
    line("  δ: tolerance of the class; π: confidence reached for δ; overall: the worst.");
  }

  private static String initial(Conditions conditions) {
    return conditions.initial() ? " (times 1.25 it gives the class)" : "";
  }

  private void row(Criterion criterion, Cost323.Result result) {
    line(
        "  %-14s %6d %6d %8s %8s %7s %8s %8s %8s  %s",
        criterion.word(),
        result.sample().n(),
        result.belowFloor(),
        figure("%+.3f", result.sample().mean()),
        figure("%.3f", result.sample().deviation()),
        figure("%.1f", result.demanded()),
        figure("%.2f", result.smallestTolerance()),
        figure("%.2f", result.tolerance()),
        figure("%.2f", result.reached()),
        result.level().map(AccuracyClass::label).orElse("cannot be told"));
  }

  private void remarks(Criterion criterion, Cost323.Result result) {
    int n = result.sample().n();
    if (n == 0) {
      line(
          "  %s: no pair is above the floor; if the loads are not in kg, say so with --unit",
          criterion.word());
    } else if (n < Cost323.ENOUGH) {
      line("  %s: fewer than %d pairs say little", criterion.word(), Cost323.ENOUGH);
    }
  }

  private void r134(AccuracyReport report) {
    boolean initial = report.cost323().conditions().initial();
    line("");
    line(
        "OIML R 134, errors %s (each single one within the permissible; nothing else judged)",
        initial ? "at verification" : "in service");
    line(
        "  %s",
        report
            .intervalKg()
            .map(
                d ->
                    figure("scale interval %s kg: of a vehicle's mass", d)
                        + (initial ? " 1" : " 2")
                        + " intervals an axle are allowed at least")
            .orElse("by percent alone: --interval-kg would grant what R 134 allows a light mass"));
    line(
        "  %-22s %6s %12s %12s %9s  %s",
        "kind", "n", "largest %", "allowed %", "by floor", "class");
    report
        .r134()
        .results()
        .forEach(
            (kind, result) ->
                line(
                    "  %-22s %6d %12s %12s %9d  %s",
                    kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    result.n(),
                    figure("%+.3f", result.largestErrorPercent()),
                    result
                        .row()
                        .map(
                            row ->
                                figure(
                                    "%.2f",
                                    initial ? row.initialPercent() : row.inServicePercent()))
                        .orElse("-"),
                    result.byFloor(),
                    result
                        .row()
                        .map(
                            row ->
                                row.name() + "  (table " + row.evidence().certainty().word() + ")")
                        .orElse("none")));
  }

  private void e1318(E1318 result) {
    line("");
    line(
        "ASTM E 1318 (demanded: %.0f %% of each measure within the tolerance)",
        result.sharePercent());
    line("  %-6s %-10s %6s %10s  %s", "type", "measure", "n", "within %", "");
    for (E1318.Line row : result.lines()) {
      if (row.n() > 0) {
        line(
            "  %-6s %-10s %6d %10s  %s",
            row.row().type(),
            row.row().measure().name().toLowerCase(Locale.ROOT),
            row.n(),
            figure("%.1f", row.sharePercent()),
            row.holds() ? "holds" : "FAILS");
      }
    }
    line(
        "  types that hold: %s  (table from-knowledge)",
        result.types().isEmpty() ? "none" : String.join(", ", result.types()));
  }

  private static String figure(String format, double value) {
    if (Double.isNaN(value)) {
      return "-";
    }
    return Double.isInfinite(value) ? "any" : String.format(Locale.ROOT, format, value);
  }

  private void line(String format, Object... values) {
    out.printf(Locale.ROOT, format + "%n", values);
  }
}
