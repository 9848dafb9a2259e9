// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gate;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordKind;
import io.wayside.core.time.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** What a gate writes; the journal numbers, chains and signs it. */
public final class GateRecords {

  public static final RecordKind TAP = new RecordKind("gate-tap", 1);
  public static final RecordKind UNPAID = new RecordKind("gate-unpaid", 1);

  private static final double NANOS = 1e9;

  private final String gate;
  private final ZoneFares fares;

  /**
   * @param gate id of the gate
   */
  public GateRecords(String gate, ZoneFares fares) {
    this.gate = gate;
    this.fares = fares;
  }

  /**
   * A tap was decided on.
   *
   * @param decidedMicros from the tap to the decision
   */
  public Draft decided(TapDecision decision, long decidedMicros, Stamp at, Provenance by) {
    Tap tap = decision.tap();
    FieldsBuilder body =
        head(tap, "decided")
            .and("token", tap.token())
            .and("verdict", word(decision.verdict()))
            .and("fareMinor", decision.fareMinor())
            .and("currency", fares.currency())
            .and("fares", fares.id() + "/" + fares.version())
            .and("from", decision.from().<Value>map(Value.Text::new).orElse(Value.ABSENT))
            .and("list", decision.finding().list())
            .and("listVersion", decision.finding().version())
            .and("listAsOf", decision.finding().asOf().toString())
            .and("decidedMicros", decidedMicros)
            .and("flags", decision.flags().toValue());
    tap.told().ifPresent(word -> body.and("told", told(word)));
    decision.elsewhere().ifPresent(other -> body.and("elsewhere", other));
    return draft(body.build(), at, by);
  }

  /** Somebody passed on a tap that was allowed. */
  public Draft passed(Tap tap, Stamp at, Provenance by) {
    return draft(head(tap, "passed").build(), at, by);
  }

  /**
   * Nobody saw whether somebody passed on a tap that was allowed, such as while the gateway was
   * away and the flaps stood open. No fare is taken by it: who tapped in is taken to be inside, who
   * tapped out has the fare back.
   */
  public Draft unproven(Tap tap, Stamp at, Provenance by) {
    String event = tap.way() == Way.IN ? "passed" : "lapsed";
    return draft(head(tap, event).and("unproven", true).build(), at, by);
  }

  /** Nobody passed: the fare of the tap is taken back by this record. */
  public Draft lapsed(Tap tap, Stamp at, Provenance by) {
    return draft(head(tap, "lapsed").build(), at, by);
  }

  /**
   * The flaps stayed shut, since the medium was held to another gate of the station at the same
   * time, which has it.
   */
  public Draft yielded(Tap tap, String elsewhere, Stamp at, Provenance by) {
    return draft(head(tap, "lapsed").and("elsewhere", elsewhere).build(), at, by);
  }

  /**
   * Somebody passed on nobody's tap.
   *
   * @param station where the gate stands
   * @param behind the tap on which somebody passed just before; empty: nobody did
   * @param beams what they said of it
   * @param at when it was through
   */
  public Draft unpaid(
      GateAct.Unpaid unpaid,
      String station,
      OptionalLong behind,
      List<BeamLog.Change> beams,
      Stamp at,
      Provenance by) {
    List<Value> timeline = new ArrayList<>();
    for (BeamLog.Change change : beams) {
      timeline.add(
          Value.Fields.with("zone", word(change.zone()))
              .and("occupied", change.occupied().<Value>map(Value.Truth::new).orElse(Value.ABSENT))
              .and("atS", seconds(change.atNanos(), at))
              .build());
    }
    FieldsBuilder body =
        Value.Fields.with("gate", gate)
            .and("station", station)
            .and("way", word(unpaid.way()))
            .and("at", at.wall().toString())
            .and("event", unpaid.throughShut() ? "intrusion" : "tailgate")
            .and("seen", unpaid.seen())
            .and("sinceS", seconds(unpaid.sinceNanos(), at))
            .and("beams", timeline);
    behind.ifPresent(tap -> body.and("behind", tap));
    return new Draft(stream(gate), UNPAID, Importance.ENFORCEMENT, at, by, body.build());
  }

  /** To the millisecond; what was before is negative. */
  private static double seconds(long nanos, Stamp at) {
    return Math.round((nanos - at.monotonicNanos()) / NANOS * 1_000) / 1_000.0;
  }

  private static Value.Fields told(Journey word) {
    FieldsBuilder told =
        Value.Fields.with("way", word(word.way()))
            .and("station", word.station())
            .and("at", word.at().wall().toString());
    return (word.proof() == Proof.SHARED ? told.and("shared", true) : told).build();
  }

  private FieldsBuilder head(Tap tap, String event) {
    return Value.Fields.with("gate", gate)
        .and("station", tap.station())
        .and("tap", tap.number())
        .and("way", word(tap.way()))
        .and("at", tap.at().wall().toString())
        .and("event", event);
  }

  /** Where a gate's records stand. */
  public static String stream(String gate) {
    return "gate." + gate;
  }

  private Draft draft(Value.Fields body, Stamp at, Provenance by) {
    return new Draft(stream(gate), TAP, Importance.MONEY, at, by, body);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
