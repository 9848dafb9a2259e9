// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.weighing.accuracy.AccuracyClass;
import io.wayside.weighing.accuracy.Cost323;
import io.wayside.weighing.accuracy.R134;
import io.wayside.weighing.calibration.SensorFit;
import java.util.Locale;
import java.util.Optional;

/** The results for people. */
final class MeasuredText {

  private static final int MOST_NAMED = 10;

  private final StringBuilder text = new StringBuilder();

  private MeasuredText() {}

  static String of(Measured measured) {
    MeasuredText text = new MeasuredText();
    text.line("%s, seed %d: %s", measured.scenario().name(), measured.seed(), measured.claim());
    text.line("  %s", measured.scenario().description());
    text.line("  samples: %s", measured.way());
    text.calibration(measured.calibrated());
    text.counts(measured);
    text.figures(
        "vehicles without doubt, those that may be offered for enforcement",
        measured.clean(),
        measured.claim());
    text.figures("all vehicles matched one to one", measured.all(), measured.claim());
    text.decisions(measured.decisions());
    return text.text.toString();
  }

  private void calibration(Calibrated calibrated) {
    line("");
    line(
        "calibration: %d runs of %d known trucks, %d weighed as they are",
        calibrated.runs(), calibrated.trucks(), calibrated.seen());
    line(
        "  %-16s %5s %5s %9s %7s %7s  %s",
        "sensor", "used", "out", "factor", "± %", "s %", "speed");
    for (SensorFit fit : calibrated.fits()) {
      line(
          "  %-16s %5d %5d %9.5f %7.2f %7.2f  %s",
          fit.sensor(),
          fit.used(),
          fit.outliers().size(),
          fit.factor(),
          fit.factorPercent(),
          fit.residualPercent(),
          fit.speedMatters() ? "factors by speed" : "does not matter");
    }
  }

  private void counts(Measured measured) {
    Wrongs wrongs = measured.wrongs();
    int came = measured.played().own().size();
    line("");
    line(
        "vehicles: %d came, %d weighed, %d matched one to one, %d of these flagged (%.1f %%)",
        came,
        measured.weighed(),
        measured.pairs().size(),
        measured.flagged(),
        100.0 * measured.flagged() / Math.max(1, measured.pairs().size()));
    line("flags: %s", FlagCounts.of(measured.pairs()));
    line(
        "wrong: merged %d, split %d, missed %d, invented %d, axle count %d; without a flag %d",
        wrongs.merged(),
        wrongs.split(),
        wrongs.missed(),
        wrongs.invented(),
        wrongs.axleCount(),
        wrongs.unflagged().size());
    wrongs.unflagged().stream()
        .limit(MOST_NAMED)
        .forEach(words -> line("  without a flag: %s", words));
    if (wrongs.unflagged().size() > MOST_NAMED) {
      line("  and %d more; --json names all", wrongs.unflagged().size() - MOST_NAMED);
    }
    line(
        "speed: %.0f s of signal, %.0f s of signal per second of one processor in the station's"
            + " code, %.0f s in all",
        measured.played().signalS(), measured.speed(), measured.played().wallS());
  }

  private void figures(String whose, Figures figures, String claim) {
    line("");
    line("%s: %d", whose, figures.vehicles());
    line(
        "  %-14s %6s %7s %8s %8s %8s %8s %7s  %s",
        "criterion", "n", "floor", "mean %", "s %", "worst %", "dmin %", "in U %", "class");
    for (Figures.Row row : figures.rows()) {
      Cost323.Result result = figures.cost323().results().get(row.criterion());
      line(
          "  %-14s %6d %7d %8s %8s %8s %8s %7s  %s",
          row.criterion().word(),
          row.n(),
          row.belowFloor(),
          number("%+.2f", row.mean()),
          number("%.2f", row.deviation()),
          number("%+.2f", row.worst()),
          number("%.2f", result == null ? Double.NaN : result.smallestTolerance()),
          number("%.1f", row.coveredPercent()),
          result == null ? "-" : label(result.level()));
    }
    line(
        "  COST 323 %s %s (environment I, R2 full reproducibility, in service)",
        label(figures.cost323().overall()), claim);
    figures.r134().ifPresent(r134 -> r134(r134, claim));
  }

  private void r134(R134 r134, String claim) {
    r134.results()
        .forEach(
            (kind, result) ->
                line(
                    "  OIML R 134 in service, %s: class %s, n %d (%d by 2 d an axle), worst %+.2f %%, %s",
                    kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    result.row().map(row -> row.name()).orElse("none"),
                    result.n(),
                    result.byFloor(),
                    result.largestErrorPercent(),
                    claim));
  }

  private void decisions(Decisions decisions) {
    line("");
    line(
        "law pack vn, of %d without doubt: within %d, undecided %d, over %d; over though truly"
            + " within %d, within though truly over %d",
        decisions.judged(),
        decisions.within(),
        decisions.undecided(),
        decisions.over(),
        decisions.overButWithin(),
        decisions.withinButOver());
    line("class vn-axle as of the true vehicle: %d", decisions.classRight());
  }

  private static String label(Optional<AccuracyClass> level) {
    return level.map(AccuracyClass::label).orElse("-");
  }

  private static String number(String format, double number) {
    return Double.isFinite(number) ? String.format(Locale.ROOT, format, number) : "-";
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }
}
