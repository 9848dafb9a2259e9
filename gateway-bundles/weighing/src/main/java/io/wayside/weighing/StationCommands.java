// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.data.Value;
import io.wayside.weighing.statics.Ending;
import io.wayside.weighing.statics.Situation;
import io.wayside.weighing.statics.WeighingFlags;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** The verbs of a weighing station. */
final class StationCommands {

  static final String FINISH = "finish-vehicle";
  static final String DISCARD = "discard-vehicle";
  static final String STATE = "state";

  static final Map<String, Permission> VERBS =
      Map.of(FINISH, Permission.OPERATE, DISCARD, Permission.OPERATE, STATE, Permission.WATCH);

  /** What the verbs act on. */
  interface Weighing {
    Situation situation();

    void end(Ending ending, String remark);
  }

  private final Weighing weighing;

  StationCommands(Weighing weighing) {
    this.weighing = weighing;
  }

  CommandResult handle(Command command) {
    return switch (command.verb()) {
      case FINISH -> end(command, Ending.FINISHED);
      case DISCARD -> end(command, Ending.DISCARDED);
      case STATE -> new CommandResult.Done(state(weighing.situation()));
      default ->
          new CommandResult.Refused(
              "unknown-verb",
              "a weighing station knows " + VERBS.keySet() + ", not " + command.verb());
    };
  }

  private CommandResult end(Command command, Ending ending) {
    Situation now = weighing.situation();
    if (now.vehicle().isEmpty()) {
      return new CommandResult.Refused("no-vehicle", "no vehicle is being weighed");
    }
    int vehicle = now.vehicle().getAsInt();
    Value meant = command.arguments().get("vehicle");
    if (!(meant instanceof Value.Absent) && !meant.equals(new Value.Whole(vehicle))) {
      return new CommandResult.Refused(
          "other-vehicle",
          "vehicle " + vehicle + " is being weighed now: look again and repeat if it is meant");
    }
    if (ending == Ending.DISCARDED && command.reason().isBlank()) {
      return new CommandResult.Refused("reason-missing", "say why the vehicle is discarded");
    }
    weighing.end(
        ending, command.actor().name() + " (" + command.actor().face() + "): " + command.reason());
    boolean ended = weighing.situation().vehicle().isEmpty();
    return new CommandResult.Done(
        Value.Fields.with("vehicle", vehicle)
            .and("when", ended ? "now" : "when-the-platform-is-clear")
            .build());
  }

  private static Value.Fields state(Situation now) {
    return Value.Fields.with("phase", code(now.phase()))
        .and("massKg", orAbsent(now.massKg()))
        .and(
            "vehicle",
            now.vehicle().isPresent() ? new Value.Whole(now.vehicle().getAsInt()) : Value.ABSENT)
        .and("axles", now.axles())
        .and("zeroKg", orAbsent(now.zeroKg()))
        .and("zeroOff", now.zeroOff())
        .and("net", now.trouble().has(WeighingFlags.NET_INDICATION))
        .and("stuck", now.stuck())
        .and("noSignal", now.blindCause())
        .build();
  }

  private static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Value orAbsent(OptionalDouble kg) {
    return kg.isPresent() ? new Value.Real(kg.getAsDouble()) : Value.ABSENT;
  }
}
