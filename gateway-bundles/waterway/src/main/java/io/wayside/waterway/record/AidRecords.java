// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.record;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordKind;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.core.water.AidReport;
import io.wayside.waterway.aid.Aid;
import io.wayside.waterway.aid.Told;
import io.wayside.waterway.availability.DayBook.Day;
import io.wayside.waterway.availability.Figures;
import io.wayside.waterway.rhythm.Seen;
import io.wayside.waterway.synchrony.SyncState;
import io.wayside.waterway.watch.Answer;
import io.wayside.waterway.watch.Answers;
import io.wayside.waterway.watch.SensorState;
import io.wayside.waterway.watch.Sky;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes down what is known of an aid, as drafts of its stream. */
public final class AidRecords {

  public static final RecordKind STATE = new RecordKind("aid-state", 1);
  public static final RecordKind REPORT = new RecordKind("aid-report", 1);
  public static final RecordKind AVAILABILITY = new RecordKind("aid-availability", 1);

  /** Streams of aids begin so. */
  public static final String STREAMS = "waterway.";

  private final Aid aid;
  private final TimeSource time;

  public AidRecords(Aid aid, TimeSource time) {
    this.aid = aid;
    this.time = time;
  }

  public static String stream(String aidId) {
    return STREAMS + aidId;
  }

  /**
   * All answers, after any of them changed.
   *
   * @param sync whether it flashes in step with UTC; empty for one that is not meant to
   */
  public Draft state(
      Answers answers,
      List<Answer<SensorState>> sensors,
      Optional<Answer<SyncState>> sync,
      long nanos,
      Provenance provenance) {
    FieldsBuilder body = head(nanos);
    AidStateBody.of(answers, this::wall).values().forEach(body::and);
    List<Value> faults = new ArrayList<>();
    for (Answer<SensorState> fault : sensors) {
      String since = time.at(fault.sinceNanos()).wall().toString();
      faults.add(Value.Fields.with("reason", fault.reason()).and("since", since).build());
    }
    body.and("sensors", faults)
        .and(
            "sync",
            sync.<Value>map(now -> AidStateBody.answer(now, this::wall)).orElse(Value.ABSENT));
    return draft(STATE, nanos, body, provenance);
  }

  private Instant wall(long nanos) {
    return time.at(nanos).wall();
  }

  /**
   * What it said, and what the station itself saw then.
   *
   * @param told who said it; empty for what the station saw alone
   */
  public Draft report(
      Optional<Told> told, AidReport report, Optional<Seen> seen, Sky sky, Provenance provenance) {
    long nanos = report.monotonicNanos();
    FieldsBuilder body = head(nanos);
    body.and("from", told.<Value>map(one -> new Value.Text(one.toString())).orElse(Value.ABSENT));
    AidReportBody.put(body, report);
    body.and("seen", seen.<Value>map(s -> new Value.Text(Answer.code(s))).orElse(Value.ABSENT))
        .and("sky", Answer.code(sky));
    return draft(REPORT, nanos, body, provenance);
  }

  /** A day, or the part of it in which the station ran. */
  public Draft availability(Day day, long nanos, Provenance provenance) {
    Figures figures = day.figures();
    FieldsBuilder body =
        head(nanos)
            .and("day", day.day().toString())
            .and("from", day.from().toString())
            .and("to", day.to().toString())
            .and("upS", seconds(figures.up()))
            .and("downPlannedS", seconds(figures.downPlanned()))
            .and("downUnplannedS", seconds(figures.downUnplanned()))
            .and("unknownS", seconds(figures.unknown()))
            .and("dueS", seconds(figures.due()))
            .and("litS", seconds(figures.lit()))
            .and("dueUnknownS", seconds(figures.dueUnknown()))
            .and("failures", figures.failures())
            .and("outages", figures.outages());
    return draft(AVAILABILITY, nanos, body, provenance);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }

  private FieldsBuilder head(long nanos) {
    return Value.Fields.with("at", time.at(nanos).wall().toString())
        .and("aid", aid.id())
        .and("category", aid.category().number());
  }

  private Draft draft(RecordKind kind, long nanos, FieldsBuilder body, Provenance provenance) {
    Stamp at = time.at(nanos);
    Flags flags =
        at.clock().state() == ClockQuality.State.UNSYNCHRONISED
            ? Flags.of(Flag.CLOCK_UNSYNCHRONISED)
            : Flags.NONE;
    body.and("flags", flags.toValue());
    return new Draft(stream(aid.id()), kind, importance(kind), at, provenance, body.build());
  }

  private static Importance importance(RecordKind kind) {
    return kind.equals(STATE)
        ? Importance.ALARM
        : kind.equals(REPORT) ? Importance.TELEMETRY : Importance.EVENT;
  }
}
