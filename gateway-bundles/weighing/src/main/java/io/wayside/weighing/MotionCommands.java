// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.data.Value;
import io.wayside.weighing.motion.MotionVehicle;
import io.wayside.weighing.record.MotionRecords.Standing;
import java.util.Map;

/**
 * The verbs of a lane weighed in motion. The list is closed: nothing that comes over an interface
 * changes what is measured (WELMEC 7.2, U3 and U4).
 */
final class MotionCommands {

  static final String STATE = "state";

  static final Map<String, Permission> VERBS = Map.of(STATE, Permission.WATCH);

  private final MotionStation station;
  private final Sealing sealing;

  MotionCommands(MotionStation station, Sealing sealing) {
    this.station = station;
    this.sealing = sealing;
  }

  CommandResult handle(Command command) {
    if (command.verb().equals(STATE)) {
      return new CommandResult.Done(state());
    }
    return new CommandResult.Refused(
        "unknown-verb",
        "a lane weighed in motion knows " + VERBS.keySet() + ", not " + command.verb());
  }

  /** The software and the parameters it shows on demand are those of every record. */
  private Value.Fields state() {
    MotionStation.Situation now = station.situation();
    Standing standing = sealing.standing();
    MotionVehicle last = now.last();
    return Value.Fields.with("software", standing.software())
        .and("parameters", sealing.parameters().hash())
        .and("eventCounter", standing.eventCounter())
        .and("sealDoubts", standing.doubts().toValue())
        .and("vehicles", now.vehicles())
        .and("lastGrossN", last == null ? Value.ABSENT : real(last.grossN()))
        .and("lastSpeedMps", last == null ? Value.ABSENT : real(last.speedMps()))
        .and(
            "troubles",
            now.troubles().stream()
                .map(t -> Value.Fields.with("code", t.code()).and("detail", t.detail()).build())
                .toList())
        .build();
  }

  private static Value real(double number) {
    return Double.isFinite(number) ? new Value.Real(number) : Value.ABSENT;
  }
}
