// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import io.wayside.core.data.Value.Fields;
import io.wayside.core.data.Value.Real;
import io.wayside.core.data.Value.Text;
import io.wayside.weighing.accuracy.AccuracyClass;
import io.wayside.weighing.accuracy.Cost323;
import io.wayside.weighing.calibration.SensorFit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The results for programs. */
final class MeasuredJson {

  private MeasuredJson() {}

  static Fields of(Measured measured) {
    Wrongs wrongs = measured.wrongs();
    return Fields.with("scenario", measured.scenario().name())
        .and("seed", measured.seed())
        .and("claim", measured.claim())
        .and("iri", measured.iri())
        .and("samples", measured.way())
        .and("calibration", calibration(measured.calibrated()))
        .and("vehicles", measured.played().own().size())
        .and("weighed", measured.weighed())
        .and("matched", measured.pairs().size())
        .and("flagged", measured.flagged())
        .and("flags", flags(FlagCounts.of(measured.pairs())))
        .and(
            "wrong",
            Fields.with("merged", wrongs.merged())
                .and("split", wrongs.split())
                .and("missed", wrongs.missed())
                .and("invented", wrongs.invented())
                .and("axleCount", wrongs.axleCount())
                .and("unflagged", wrongs.unflagged().stream().map(Text::new).toList())
                .build())
        .and("signalS", measured.played().signalS())
        .and("speed", number(measured.speed()))
        .and("clean", figures(measured.clean()))
        .and("all", figures(measured.all()))
        .and("decisions", decisions(measured.decisions()))
        .build();
  }

  private static Fields calibration(Calibrated calibrated) {
    return Fields.with("runs", calibrated.runs())
        .and("trucks", calibrated.trucks())
        .and("seen", calibrated.seen())
        .and("sensors", calibrated.fits().stream().map(MeasuredJson::fit).toList())
        .build();
  }

  private static Fields flags(FlagCounts flags) {
    Map<String, Value> counts = new LinkedHashMap<>();
    flags.counts().forEach((flag, count) -> counts.put(flag, new Value.Whole(count)));
    return new Fields(counts);
  }

  private static Fields fit(SensorFit fit) {
    return Fields.with("sensor", fit.sensor())
        .and("used", fit.used())
        .and("outliers", fit.outliers().size())
        .and("factor", fit.factor())
        .and("factorPercent", number(fit.factorPercent()))
        .and("residualPercent", number(fit.residualPercent()))
        .and("speedMatters", fit.speedMatters())
        .build();
  }

  private static Fields figures(Figures figures) {
    FieldsBuilder fields = Fields.with("vehicles", figures.vehicles());
    for (Figures.Row row : figures.rows()) {
      Cost323.Result result = figures.cost323().results().get(row.criterion());
      fields.and(
          row.criterion().word(),
          Fields.with("n", row.n())
              .and("belowFloor", row.belowFloor())
              .and("m", number(row.mean()))
              .and("s", number(row.deviation()))
              .and("worst", number(row.worst()))
              .and("deltaMin", number(result == null ? Double.NaN : result.smallestTolerance()))
              .and("coveredPercent", number(row.coveredPercent()))
              .and("class", label(result == null ? Optional.empty() : result.level()))
              .build());
    }
    figures
        .r134()
        .ifPresent(
            r134 ->
                r134.results()
                    .forEach(
                        (kind, result) ->
                            fields.and(
                                "r134-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                Fields.with("n", result.n())
                                    .and("worst", number(result.largestErrorPercent()))
                                    .and(
                                        "class",
                                        result
                                            .row()
                                            .<Value>map(row -> new Text(row.name()))
                                            .orElse(Value.ABSENT))
                                    .build())));
    return fields.and("overall", label(figures.cost323().overall())).build();
  }

  private static Fields decisions(Decisions decisions) {
    return Fields.with("judged", decisions.judged())
        .and("within", decisions.within())
        .and("undecided", decisions.undecided())
        .and("over", decisions.over())
        .and("overButWithin", decisions.overButWithin())
        .and("withinButOver", decisions.withinButOver())
        .and("classRight", decisions.classRight())
        .build();
  }

  private static Value label(Optional<AccuracyClass> level) {
    return level.<Value>map(found -> new Text(found.label())).orElse(Value.ABSENT);
  }

  private static Value number(double number) {
    return Double.isFinite(number) ? new Real(number) : Value.ABSENT;
  }
}
