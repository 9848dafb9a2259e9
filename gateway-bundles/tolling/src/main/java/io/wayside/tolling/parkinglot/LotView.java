// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import io.wayside.core.data.Value;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.tolling.lane.LaneAct;
import io.wayside.tolling.lane.LaneState;
import io.wayside.tolling.lane.LaneTally;
import java.util.List;
import java.util.Locale;

/**
 * What a parking lane looks like at one moment.
 *
 * @param notice shown to drivers, a code
 * @param alarms that are on, the oldest first
 * @param outputs that do not do what is asked, and why
 * @param floods how often more changes of contacts came than could be followed
 * @param unkept whether the barrier waits for a record
 * @param armFalls whether the barrier falls when the gateway stops
 */
public record LotView(
    LaneState state,
    String notice,
    int vehicles,
    LaneTally tally,
    List<LaneAct.Alarm> alarms,
    List<String> outputs,
    long floods,
    boolean readerLost,
    boolean unkept,
    boolean armFalls) {

  Value.Fields toValue() {
    return Value.Fields.with("state", word(state))
        .and("notice", notice)
        .and("vehicles", vehicles)
        .and("passages", tally.passages())
        .and("violations", tally.violations())
        .and("held", tally.held())
        .and("aborts", tally.aborts())
        .and("barrierRaises", tally.barrierRaises())
        .and("barrierLowers", tally.barrierLowers())
        .and("waitsForRecord", unkept)
        .and(
            "alarms",
            alarms.stream()
                .map(
                    alarm ->
                        Value.Fields.with("code", alarm.code())
                            .and("detail", alarm.detail())
                            .build())
                .toList())
        .build();
  }

  private static String word(LaneState state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Health health(long nanos) {
    if (!outputs.isEmpty()) {
      return new Health(
          Status.FAILED,
          "output-lost",
          "an output does not do what is asked, look at it: " + String.join("; ", outputs),
          nanos);
    }
    if (!alarms.isEmpty()) {
      return degraded(alarms.get(0).code(), alarms.get(0).detail(), nanos);
    }
    if (state == LaneState.FAULT) {
      return degraded(
          "loop-unknown",
          "arming and safety loop have not both been heard, nobody is let pass: look at their"
              + " health",
          nanos);
    }
    if (readerLost) {
      return degraded("reader-lost", "no tag can be heard: look at the reader's health", nanos);
    }
    if (armFalls) {
      return degraded(
          "barrier-falls",
          "the barrier falls when the gateway stops, whoever is under it: wire a line for each"
              + " direction, or set safeOn of the line that raises to true",
          nanos);
    }
    return Health.ok(nanos);
  }

  private static Health degraded(String code, String words, long nanos) {
    return new Health(Status.DEGRADED, code, words, nanos);
  }
}
