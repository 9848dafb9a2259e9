// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime.run;

import io.wayside.core.alarm.Alarm;
import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordKind;
import io.wayside.core.time.Stamp;
import io.wayside.runtime.clock.WallClock;
import io.wayside.runtime.health.Parts;
import java.time.Duration;

/** The forms of the gateway's own records; docs/runtime.md describes them for readers. */
public final class RunRecords {

  /** Begins, ends and clock steps. */
  public static final String EVENTS = "gateway";

  /** How it is, every so often. */
  public static final String STATUS = "gateway-status";

  private static final double NANOS_PER_SECOND = 1e9;

  private RunRecords() {}

  /** A run begins. */
  public static Draft started(
      Stamp at, Provenance by, RunMarker.Reason reason, String javaVersion, String name) {
    return event(
        "gateway-start",
        at,
        by,
        Value.Fields.with("reason", reason.word())
            .and("name", name)
            .and("release", by.release())
            .and("configuration", by.configuration())
            .and("java", javaVersion)
            .and("bootId", at.bootId()));
  }

  /** A run ends in an orderly way. */
  public static Draft stopping(Stamp at, Provenance by, String reason, Duration uptime) {
    return event(
        "gateway-stop",
        at,
        by,
        Value.Fields.with("reason", reason).and("uptimeS", uptime.toSeconds()));
  }

  /** The wall clock jumped. */
  public static Draft stepped(Stamp at, Provenance by, WallClock.Step step) {
    return event(
        "time-step",
        at,
        by,
        Value.Fields.with("stepS", step.size().toNanos() / NANOS_PER_SECOND)
            .and("before", step.before().toString())
            .and("after", step.after().toString()));
  }

  /** An alarm was raised or cleared. */
  public static Draft alarm(Stamp at, Provenance by, Alarm alarm) {
    return new Draft(Alarm.STREAM, Alarm.KIND, Importance.ALARM, at, by, alarm.toValue());
  }

  /** How the gateway is. */
  public static Draft status(
      Stamp at, Provenance by, Parts parts, Memory memory, Duration uptime, long dropped) {
    FieldsBuilder body =
        Value.Fields.with("status", parts.statusWord())
            .and("uptimeS", uptime.toSeconds())
            .and(
                "residentBytes",
                memory.residentBytes().<Value>map(Value.Whole::new).orElse(Value.ABSENT))
            .and("heapBytes", memory.heapBytes())
            .and("droppedRecords", dropped)
            .and("parts", parts.toValue(at.monotonicNanos()));
    return new Draft(
        STATUS, new RecordKind("gateway-status", 1), Importance.TELEMETRY, at, by, body.build());
  }

  private static Draft event(String kind, Stamp at, Provenance by, FieldsBuilder body) {
    return new Draft(EVENTS, new RecordKind(kind, 1), Importance.EVENT, at, by, body.build());
  }
}
