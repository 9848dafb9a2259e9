// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.data.Value;
import io.wayside.tolling.lane.LaneTally;
import io.wayside.tolling.lane.Travel;
import java.util.Locale;

/** A lane's view as the answer to the verb {@code state}. */
final class ViewBody {

  private ViewBody() {}

  static Value.Fields of(LaneView view, Travel travel) {
    LaneTally tally = view.tally();
    return Value.Fields.with("state", word(view.state()))
        .and("travel", word(travel))
        .and("notice", view.notice())
        .and("vehicles", view.vehicles())
        .and("passages", tally.passages())
        .and("committed", view.committed())
        .and("charged", tally.charged())
        .and("violations", tally.violations())
        .and("reviews", tally.reviews())
        .and("held", tally.held())
        .and("aborts", tally.aborts())
        .and("ghosts", tally.ghosts())
        .and("safetyPulses", tally.safetyPulses())
        .and("barrierRaises", tally.barrierRaises())
        .and("barrierLowers", tally.barrierLowers())
        .and("pictures", view.pictures())
        .and("unarbitrated", tally.unarbitrated())
        .and("office", view.office().map(heard -> heard ? "answers" : "silent").orElse("none"))
        .and(
            "alarms",
            view.alarms().stream()
                .map(
                    alarm ->
                        Value.Fields.with("code", alarm.code())
                            .and("detail", alarm.detail())
                            .build())
                .toList())
        .build();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
