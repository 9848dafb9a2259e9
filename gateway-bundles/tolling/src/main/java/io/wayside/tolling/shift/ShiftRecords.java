// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.shift;

import io.wayside.core.data.Value;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordKind;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.passage.ShiftPlan;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Writes shift reports down: the journal's chain and seal make them the signed report. */
public final class ShiftRecords {

  public static final RecordKind SHIFT = new RecordKind("toll-shift", 1);

  private final ShiftPlan plan;
  private final TimeSource time;

  public ShiftRecords(ShiftPlan plan, TimeSource time) {
    this.plan = plan;
    this.time = time;
  }

  /**
   * A report as a draft of the station's stream of shifts.
   *
   * @param scope {@code lane} or {@code station}
   * @param revision from 1; a later one replaces it, with what was posted late
   */
  public Draft draft(ShiftReport report, String scope, int revision, Provenance provenance) {
    return new Draft(
        "toll-shift." + report.station(),
        SHIFT,
        Importance.MONEY,
        time.now(),
        provenance,
        body(report, scope, revision));
  }

  private Value.Fields body(ShiftReport report, String scope, int revision) {
    ShiftReport.Occasions occasions = report.occasions();
    return Value.Fields.with("station", report.station())
        .and("day", report.shift().day().toString())
        .and("shift", report.shift().number())
        .and("scope", scope)
        .and("from", plan.begin(report.shift()).toString())
        .and("to", plan.end(report.shift()).toString())
        .and("revision", revision)
        .and("lanes", report.lanes().stream().map(LaneNumbers::toValue).toList())
        .and("totals", report.totals().stream().map(ShiftRecords::total).toList())
        .and(
            "corrections",
            report.corrections().entrySet().stream()
                .map(
                    one ->
                        Value.Fields.with("currency", one.getKey())
                            .and("count", one.getValue().count())
                            .and("minor", one.getValue().minor())
                            .build())
                .toList())
        .and("sums", report.sums().entrySet().stream().map(ShiftRecords::sum).toList())
        .and("passages", occasions.passages())
        .and("violations", occasions.violations())
        .and("unproven", occasions.unproven())
        .and("forcedOpen", occasions.forcedOpen())
        .and("counted", counted(report))
        .and("picturesKept", occasions.picturesKept())
        .and("late", report.late().stream().map(Value.Text::new).toList())
        .and("records", report.records())
        .and("sumHash", report.sumHash())
        .build();
  }

  private static Value total(Total total) {
    Total.Key key = total.key();
    return Value.Fields.with("group", whole(key.group()))
        .and("payment", key.payment())
        .and("mode", text(key.mode()))
        .and("currency", text(key.currency()))
        .and("count", total.count())
        .and("minor", total.minor())
        .build();
  }

  private static Value sum(Map.Entry<String, Long> sum) {
    return Value.Fields.with("currency", sum.getKey()).and("minor", sum.getValue()).build();
  }

  private Value counted(ShiftReport report) {
    Counted counted = report.counted();
    Duration shift = Duration.between(plan.begin(report.shift()), plan.end(report.shift()));
    long wanted = shift.toMillis() * Math.max(1, report.lanes().size());
    return Value.Fields.with("safetyPulses", Math.max(0, counted.safetyPulses()))
        .and("unexplained", report.unexplained())
        .and("barrierRaises", counted.barrierRaises())
        .and("picturesTaken", counted.pictures())
        .and("wholeShift", counted.coveredMs() >= wanted)
        .build();
  }

  private static Value text(Optional<String> text) {
    return text.<Value>map(Value.Text::new).orElse(Value.ABSENT);
  }

  private static Value whole(Optional<Integer> number) {
    return number.<Value>map(Value.Whole::new).orElse(Value.ABSENT);
  }
}
