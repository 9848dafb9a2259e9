// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gatework;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.journal.Backlog;
import io.wayside.tolling.gate.Gate;
import io.wayside.tolling.gate.GateAct;
import io.wayside.tolling.gate.GateCounts;
import io.wayside.tolling.gate.TapDecision;
import io.wayside.tolling.gate.Way;
import java.util.List;
import java.util.Locale;

/**
 * A gate as it looks at one moment.
 *
 * @param released whether it stands open for a fire, a contact that is not heard, or by order
 * @param unread records of earlier runs that were passed over
 * @param counts since the start, for the verb {@code state}
 */
public record GateView(
    boolean released,
    boolean heldOpen,
    boolean staysShut,
    boolean readerLost,
    List<String> outputs,
    Backlog.State records,
    long unkept,
    int unread,
    long floods,
    Value.Fields counts) {

  static GateView of(
      Gate gate,
      GateStatus status,
      Flaps flaps,
      Backlog.State records,
      long refused,
      long forgotten,
      boolean heldOpen) {
    GateCounts counts = gate.counts();
    FieldsBuilder verdicts = new FieldsBuilder();
    for (TapDecision.Verdict verdict : TapDecision.Verdict.values()) {
      verdicts.and(word(verdict), status.verdicts().getOrDefault(verdict, 0L));
    }
    FieldsBuilder alarms = new FieldsBuilder();
    for (GateAct.Trouble trouble : GateAct.Trouble.values()) {
      alarms.and(word(trouble), counts.alarms().getOrDefault(trouble, 0L));
    }
    Value.Fields body =
        Value.Fields.with("taps", verdicts.build())
            .and("in", way(counts, Way.IN))
            .and("out", way(counts, Way.OUT))
            .and("alarms", alarms.build())
            .and("garbled", status.garbledTaps())
            .and("notRecorded", status.notRecordedTaps())
            .and("unproven", status.unprovenTaps())
            .and("forgotten", forgotten)
            .and("refused", refused)
            .build();
    return new GateView(
        gate.isReleased(),
        heldOpen,
        flaps.staysShut(),
        status.isReaderLost(),
        flaps.failures(),
        records,
        status.unkeptRecords() + records.refused(),
        status.unreadRecords(),
        status.floods(),
        body);
  }

  private static Value.Fields way(GateCounts counts, Way way) {
    return Value.Fields.with("granted", counts.grantedOn(way))
        .and("passed", counts.passedOn(way))
        .and("lapsed", counts.lapsedOn(way))
        .and("unpaid", counts.unpaidOn(way))
        .and("released", counts.releasedOn(way))
        .build();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Value.Fields toValue() {
    return Value.Fields.with("released", released)
        .and("heldOpen", heldOpen)
        .and("since", counts)
        .build();
  }

  Health health(long nanos) {
    if (unkept > 0) {
      return new Health(
          Status.FAILED,
          "records-lost",
          unkept
              + " records are only in the gateway's log: save it, mend the journal, restart ("
              + records.why()
              + ")",
          nanos);
    }
    if (!outputs.isEmpty()) {
      return new Health(
          Status.FAILED,
          "output-lost",
          "a line to the flaps does not do what is asked, look at it: "
              + String.join("; ", outputs),
          nanos);
    }
    if (records.waiting() > 0 && !records.lastFailure().isEmpty()) {
      return degraded(
          "records-waiting",
          "nobody is let pass until the journal takes records again, look at its health: "
              + records.lastFailure(),
          nanos);
    }
    if (heldOpen) {
      return degraded(
          "held-open", "the gate stands open by order and nobody pays: end it with open", nanos);
    }
    if (released) {
      return degraded(
          "released",
          "the gate stands open: a fire is reported, or the fire contact is not heard; look at it",
          nanos);
    }
    if (readerLost) {
      return degraded("reader-lost", "no tap can be heard: look at the reader's health", nanos);
    }
    if (unread > 0) {
      return degraded(
          "records-unread",
          unread
              + " of this gate's own records cannot be read, journeys may be missing: look at the"
              + " log",
          nanos);
    }
    if (staysShut) {
      return degraded(
          "stays-shut",
          "the flaps stay shut when the gateway or its power fails: set safeOn of the lines that"
              + " open them to true",
          nanos);
    }
    return Health.ok(nanos);
  }

  private static Health degraded(String code, String words, long nanos) {
    return new Health(Status.DEGRADED, code, words, nanos);
  }
}
