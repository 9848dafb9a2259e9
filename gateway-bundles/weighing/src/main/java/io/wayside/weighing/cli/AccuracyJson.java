// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.cli;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import io.wayside.weighing.accuracy.Conditions;
import io.wayside.weighing.accuracy.Cost323;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The report for machines. A figure that cannot be told is null. */
final class AccuracyJson {

  private AccuracyJson() {}

  static Value of(AccuracyReport report) {
    FieldsBuilder fields = new FieldsBuilder();
    Cost323 cost323 = report.cost323();
    cost323.results().forEach((criterion, result) -> fields.and(criterion.word(), of(result)));
    fields.and("overall", cost323.overall().<Value>map(c -> text(c.label())).orElse(Value.ABSENT));
    Conditions conditions = cost323.conditions();
    fields.and(
        "conditions",
        Value.Fields.with("environment", conditions.environment().name())
            .and("plan", conditions.plan().name())
            .and("initial", conditions.initial())
            .and("assumed", report.conditionsAssumed())
            .build());
    return fields.and("oimlR134", r134(report)).and("astmE1318", e1318(report)).build();
  }

  private static Value of(Cost323.Result result) {
    return Value.Fields.with("n", result.sample().n())
        .and("belowFloor", result.belowFloor())
        .and("m", real(result.sample().mean()))
        .and("s", real(result.sample().deviation()))
        .and("pi0", real(result.demanded()))
        .and("deltaMin", real(result.smallestTolerance()))
        .and("delta", real(result.tolerance()))
        .and("pi", real(result.reached()))
        .and("class", result.level().<Value>map(c -> text(c.label())).orElse(Value.ABSENT))
        .and("enough", result.sample().n() >= Cost323.ENOUGH)
        .build();
  }

  private static Value r134(AccuracyReport report) {
    FieldsBuilder fields = new FieldsBuilder();
    report.intervalKg().ifPresent(d -> fields.and("intervalKg", d));
    report
        .r134()
        .results()
        .forEach(
            (kind, result) ->
                fields.and(
                    kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    Value.Fields.with("n", result.n())
                        .and("largestErrorPercent", real(result.largestErrorPercent()))
                        .and("byFloor", result.byFloor())
                        .and(
                            "class",
                            result.row().<Value>map(row -> text(row.name())).orElse(Value.ABSENT))
                        .build()));
    return fields.build();
  }

  private static Value e1318(AccuracyReport report) {
    List<Value> types = new ArrayList<>();
    report.e1318().types().forEach(type -> types.add(text(type)));
    List<Value> lines = new ArrayList<>();
    report
        .e1318()
        .lines()
        .forEach(
            line ->
                lines.add(
                    Value.Fields.with("type", line.row().type())
                        .and("measure", line.row().measure().name().toLowerCase(Locale.ROOT))
                        .and("n", line.n())
                        .and("withinPercent", real(line.sharePercent()))
                        .and("holds", line.holds())
                        .build()));
    return Value.Fields.with("types", new Value.Many(types))
        .and("lines", new Value.Many(lines))
        .build();
  }

  private static Value real(double value) {
    return Double.isFinite(value) ? new Value.Real(value) : Value.ABSENT;
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }
}
