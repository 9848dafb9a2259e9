// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import io.wayside.rig.simulators.toll.TrueTag;
import io.wayside.rig.simulators.toll.TrueVehicle;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** What is true of a vehicle, on one line. */
final class TruthLine {

  private TruthLine() {}

  static String of(TrueVehicle vehicle) {
    String tags =
        vehicle.tags().stream()
            .map(tag -> tag(tag, vehicle.lane()))
            .collect(Collectors.joining(", ", "[", "]"));
    return "true: %s %s %s, L1 %s, L3 %s to %s s%s%s%s"
        .formatted(
            vehicle.kind().word(),
            vehicle.manner(),
            tags,
            time(vehicle.enteredNanos()),
            time(vehicle.reachedNanos()),
            time(vehicle.passedNanos()),
            vehicle.called() ? ", called after " + vehicle.readsAtCall() + " reads" : "",
            vehicle.cranked() ? ", let through by the crank" : "",
            vehicle.backedOut() ? ", backed out" : "");
  }

  private static String tag(TrueTag tag, int lane) {
    return "%s%s read %d"
        .formatted(
            Seen.tail(HexFormat.of().formatHex(tag.tag().epc())),
            tag.weak() ? " weak" : "",
            tag.reads(lane));
  }

  private static String time(OptionalLong nanos) {
    return nanos.isEmpty() ? "-" : "%.1f".formatted(nanos.getAsLong() / 1e9);
  }
}
