// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.shift;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordKind;
import io.wayside.core.time.TimeSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes shift reports down: the journal's chain and seal make them the signed report. */
public final class ShiftRecords {

  public static final RecordKind SHIFT = new RecordKind("toll-shift", 1);

  static final String LANE = "lane";
  static final String STATION = "station";

  private final TimeSource time;

  public ShiftRecords(TimeSource time) {
    this.time = time;
  }

  /** Where a station's reports are. */
  public static String stream(String station) {
    return "toll-shift." + station;
  }

  /**
   * A lane's report as a draft of the station's stream of shifts.
   *
   * @param revision from 1; a later one replaces it, with what was posted late
   */
  public Draft lane(ShiftReport report, Span span, int revision, Provenance provenance) {
    FieldsBuilder body = body(report, LANE, span, revision, Difference.of(report));
    return draft(report.station(), body, provenance);
  }

  /** A station's report, in the same stream. */
  Draft station(StationReport report, int revision, Provenance provenance) {
    FieldsBuilder body =
        body(report.sum(), STATION, report.span(), revision, report.differences())
            .and("perLane", report.perLane())
            .and("missing", report.missing().stream().map(Value.Text::new).toList());
    return draft(report.sum().station(), body, provenance);
  }

  private Draft draft(String station, FieldsBuilder body, Provenance provenance) {
    return new Draft(
        stream(station), SHIFT, Importance.MONEY, time.now(), provenance, body.build());
  }

  private static FieldsBuilder body(
      ShiftReport report, String scope, Span span, int revision, List<Difference> differences) {
    ShiftReport.Occasions occasions = report.occasions();
    return Value.Fields.with("station", report.station())
        .and("day", report.shift().day().toString())
        .and("shift", report.shift().number())
        .and("scope", scope)
        .and("from", span.from().toString())
        .and("to", span.to().toString())
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
        .and("sums", sums(report.sums()))
        .and("passages", occasions.passages())
        .and("violations", occasions.violations())
        .and("unproven", occasions.unproven())
        .and("forcedOpen", occasions.forcedOpen())
        .and("counted", counted(report, span))
        .and("differences", differences.stream().map(Difference::toValue).toList())
        .and("picturesKept", occasions.picturesKept())
        .and("late", report.late().stream().map(Value.Text::new).toList())
        .and("records", report.records())
        .and("sumHash", report.sumHash());
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

  static Value sums(Map<String, Long> sums) {
    return new Value.Many(sums.entrySet().stream().map(ShiftRecords::sum).toList());
  }

  private static Value sum(Map.Entry<String, Long> sum) {
    return Value.Fields.with("currency", sum.getKey()).and("minor", sum.getValue()).build();
  }

  private static Value counted(ShiftReport report, Span span) {
    Counted counted = report.counted();
    long wanted = span.millis() * Math.max(1, report.lanes().size());
    return Value.Fields.with("safetyPulses", Math.max(0, counted.safetyPulses()))
        .and("unexplained", report.unexplained())
        .and("barrierRaises", counted.barrierRaises())
        .and("picturesTaken", counted.pictures())
        .and("passed", counted.passed())
        .and("chargedMinor", counted.chargedMinor())
        .and("coveredMs", counted.coveredMs())
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
