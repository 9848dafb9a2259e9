// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.record;

import io.wayside.core.data.Value;
import io.wayside.waterway.availability.Ledger;
import io.wayside.waterway.availability.Verdict;
import io.wayside.waterway.watch.LightState;
import io.wayside.waterway.watch.PlaceState;
import java.time.DateTimeException;
import java.time.Instant;

/** What answers about an aid say about whether it does its duty. */
public final class Verdicts {

  private Verdicts() {}

  /** A lamp that burns by day is a waste, not a failure. */
  public static Verdict of(LightState light) {
    return switch (light) {
      case AS_IT_SHOULD_BE, DAY_BURNING -> Verdict.UP;
      case DARK, WRONG_RHYTHM, REDUCED -> Verdict.DOWN;
      case UNKNOWN -> Verdict.UNKNOWN;
      case NOT_WATCHED -> Verdict.NO_SAY;
    };
  }

  public static Verdict of(PlaceState place) {
    return switch (place) {
      case ON_STATION -> Verdict.UP;
      case OFF_STATION, ADRIFT -> Verdict.DOWN;
      case UNKNOWN -> Verdict.UNKNOWN;
      case NOT_WATCHED -> Verdict.NO_SAY;
    };
  }

  /**
   * Enters a record of all answers; what another release wrote and is not known here is unknown.
   */
  public static void enter(Ledger ledger, Value.Fields state) {
    AidStateBody.read(state, "light")
        .ifPresent(
            light ->
                ledger.light(
                    light.since(),
                    AidStateBody.state(LightState.class, light.state())
                        .map(Verdicts::of)
                        .orElse(Verdict.UNKNOWN)));
    AidStateBody.read(state, "place")
        .ifPresent(
            place ->
                ledger.place(
                    place.since(),
                    AidStateBody.state(PlaceState.class, place.state())
                        .map(Verdicts::of)
                        .orElse(Verdict.UNKNOWN)));
    planned(ledger, state);
  }

  private static void planned(Ledger ledger, Value.Fields state) {
    try {
      if (state.get("planned") instanceof Value.Fields planned
          && planned.get("since") instanceof Value.Text since) {
        ledger.planned(Instant.parse(since.value()), true);
      } else if (state.get("at") instanceof Value.Text at) {
        ledger.planned(Instant.parse(at.value()), false);
      }
    } catch (DateTimeException otherForm) {
      return; // Of a release that writes times in another form: nothing was planned.
    }
  }
}
