// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.lane;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import io.wayside.tolling.control.Audience;
import io.wayside.tolling.lane.LaneAct;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** What the lane wants done, as lines: the time in seconds from the first, and the act. */
final class PrintedActs implements Audience {

  private final Consumer<Value.Fields> lines;
  private final long startNanos;

  PrintedActs(Consumer<Value.Fields> lines, long startNanos) {
    this.lines = lines;
    this.startNanos = startNanos;
  }

  @Override
  public void wanted(LaneAct act, long nowNanos) {
    body(act)
        .ifPresent(body -> lines.accept(body.and("atS", (nowNanos - startNanos) / 1e9).build()));
  }

  private static Optional<FieldsBuilder> body(LaneAct act) {
    if (act instanceof LaneAct.Barrier barrier) {
      return Optional.of(with("barrier").and("request", word(barrier.request())));
    }
    if (act instanceof LaneAct.Light light) {
      return Optional.of(with("light").and("colour", word(light.colour())));
    }
    if (act instanceof LaneAct.Show show) {
      FieldsBuilder shown = with("show").and("code", show.code());
      show.fare()
          .ifPresent(fare -> shown.and("fareMinor", fare.minor()).and("currency", fare.currency()));
      return Optional.of(shown);
    }
    if (act instanceof LaneAct.Siren siren) {
      return Optional.of(with("siren").and("on", siren.on()));
    }
    if (act instanceof LaneAct.Radio radio) {
      return Optional.of(with("radio").and("on", radio.on()));
    }
    if (act instanceof LaneAct.Ghost ghost) {
      return Optional.of(
          with("ghost")
              .and("tag", ghost.tag().tag().epc())
              .and("replies", ghost.tag().replies())
              .and("peakDbm", ghost.tag().peakDbm()));
    }
    if (act instanceof LaneAct.Alarm alarm) {
      return Optional.of(
          with("alarm")
              .and("code", alarm.code())
              .and("on", alarm.on())
              .and("detail", alarm.detail()));
    }
    return act instanceof LaneAct.Refused refused
        ? Optional.of(with("refused").and("order", refused.order()).and("why", refused.why()))
        : Optional.empty(); // a record is printed by the journal, the rest is talk between lanes
  }

  private static FieldsBuilder with(String act) {
    return Value.Fields.with("act", act);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
