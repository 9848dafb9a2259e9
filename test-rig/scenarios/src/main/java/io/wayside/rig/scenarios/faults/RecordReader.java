// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.faults;

import io.wayside.core.data.Value;
import io.wayside.rig.scenarios.faults.Recorded.Unwatched;
import io.wayside.rig.scenarios.faults.Recorded.WeighedAxle;
import io.wayside.rig.scenarios.faults.Recorded.Weighing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads records as whoever receives them does: from their published form alone. */
final class RecordReader {

  private final Instant laneStart;

  /**
   * @param laneStart wall time at which the lane's time was zero
   */
  RecordReader(Instant laneStart) {
    this.laneStart = laneStart;
  }

  /** Empty for a record that is about something else. */
  Optional<Recorded> read(String kind, Instant occurred, Value.Fields body) {
    return switch (kind) {
      case "weighing/1" -> Optional.of(weighing(nanos(occurred), body));
      case "weighing-gap/1" -> Optional.of(unwatched(body));
      default -> Optional.empty();
    };
  }

  private static Weighing weighing(long beganNanos, Value.Fields body) {
    List<WeighedAxle> axles =
        items(body.get("axles")).stream()
            .map(each -> axle(beganNanos, (Value.Fields) each))
            .toList();
    return new Weighing(
        beganNanos,
        beganNanos + seconds(body.get("durationS")),
        axles,
        measured(body.get("gross")),
        flags(body.get("flags")));
  }

  private static WeighedAxle axle(long beganNanos, Value.Fields axle) {
    return new WeighedAxle(
        beganNanos + seconds(axle.get("arrivedS")),
        beganNanos + seconds(axle.get("leftS")),
        measured(axle.get("mass")));
  }

  /** A gap whose beginning is not known began before the lane did. */
  private Unwatched unwatched(Value.Fields body) {
    return new Unwatched(
        body.get("from") instanceof Value.Text from ? nanos(Instant.parse(from.value())) : 0,
        nanos(Instant.parse(((Value.Text) body.get("to")).value())),
        ((Value.Text) body.get("cause")).value());
  }

  private static OptionalDouble measured(Value measurement) {
    return measurement instanceof Value.Fields fields
            && !(fields.get("value") instanceof Value.Absent)
        ? OptionalDouble.of(number(fields.get("value")))
        : OptionalDouble.empty();
  }

  private static Set<String> flags(Value flags) {
    return items(flags).stream()
        .map(each -> ((Value.Text) each).value())
        .collect(Collectors.toSet());
  }

  private static List<Value> items(Value value) {
    return ((Value.Many) value).values();
  }

  private static long seconds(Value value) {
    return Math.round(number(value) * 1e9);
  }

  private static double number(Value value) {
    return value instanceof Value.Whole whole
        ? (double) whole.value()
        : ((Value.Real) value).value();
  }

  private long nanos(Instant wall) {
    return Duration.between(laneStart, wall).toNanos();
  }
}
