// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.record;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Value;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A stamp as eight integers and texts in canonical bytes, and as named fields on the wire. */
final class StampForm {

  private static final Set<String> NAMES = Set.of("wall", "clock", "bootId", "monotonicNs");
  private static final Set<String> CLOCK_NAMES = Set.of("state", "offsetNs", "ageNs", "source");

  private StampForm() {}

  /**
   * Wall seconds, wall nanoseconds, clock state, offset ns, age ns, source, boot id, monotonic ns.
   */
  static Value compact(Stamp stamp) {
    ClockQuality clock = stamp.clock();
    Instant wall = stamp.wall();
    return new Value.Many(
        List.of(
            new Value.Whole(wall.getEpochSecond()),
            new Value.Whole(wall.getNano()),
            state(clock),
            nanos(clock.offset()),
            nanos(clock.age()),
            new Value.Text(clock.source()),
            new Value.Text(stamp.bootId()),
            new Value.Whole(stamp.monotonicNanos())));
  }

  static Stamp fromCompact(Value value) throws GarbledData {
    List<Value> v = Shape.tuple(value, 8, "occurred");
    long nano = Shape.whole(v.get(1), "nanoseconds of the wall time");
    if (nano < 0 || nano > 999_999_999) {
      throw new GarbledData("nanoseconds of the wall time are 0 to 999999999, not " + nano);
    }
    Instant wall;
    try {
      wall = Instant.ofEpochSecond(Shape.whole(v.get(0), "wall time"), nano);
    } catch (DateTimeException outOfRange) {
      throw new GarbledData("wall time " + v.get(0) + " is beyond any calendar");
    }
    return new Stamp(
        wall,
        clock(v.get(2), v.get(3), v.get(4), v.get(5)),
        Shape.text(v.get(6), "boot id"),
        Shape.whole(v.get(7), "monotonic time"));
  }

  static Value.Fields named(Stamp stamp) {
    ClockQuality clock = stamp.clock();
    return Value.Fields.with("wall", stamp.wall().toString())
        .and(
            "clock",
            Value.Fields.with("state", state(clock))
                .and("offsetNs", nanos(clock.offset()))
                .and("ageNs", nanos(clock.age()))
                .and("source", clock.source())
                .build())
        .and("bootId", stamp.bootId())
        .and("monotonicNs", stamp.monotonicNanos())
        .build();
  }

  static Stamp fromNamed(Value value) throws GarbledData {
    Value.Fields fields = Shape.exactly(value, NAMES, "occurred");
    Value.Fields clock = Shape.exactly(fields.get("clock"), CLOCK_NAMES, "occurred.clock");
    String wall = Shape.text(fields.get("wall"), "occurred.wall");
    Instant instant;
    try {
      instant = Instant.parse(wall);
    } catch (DateTimeException notATime) {
      throw new GarbledData("occurred.wall is \"" + wall + "\", expected an RFC 3339 time in UTC");
    }
    if (!instant.toString().equals(wall)) {
      throw new GarbledData("occurred.wall is \"" + wall + "\", written here as " + instant);
    }
    return new Stamp(
        instant,
        clock(clock.get("state"), clock.get("offsetNs"), clock.get("ageNs"), clock.get("source")),
        Shape.text(fields.get("bootId"), "occurred.bootId"),
        Shape.whole(fields.get("monotonicNs"), "occurred.monotonicNs"));
  }

  private static Value state(ClockQuality clock) {
    return new Value.Text(Words.of(clock.state()));
  }

  private static ClockQuality clock(Value state, Value offset, Value age, Value source)
      throws GarbledData {
    return new ClockQuality(
        Words.word(ClockQuality.State.values(), Shape.text(state, "clock state"), "clock state"),
        duration(offset, "clock offset"),
        duration(age, "clock age"),
        Shape.text(source, "clock source"));
  }

  private static Value nanos(Optional<Duration> duration) {
    return duration.<Value>map(d -> new Value.Whole(exactNanos(d))).orElse(Value.ABSENT);
  }

  private static long exactNanos(Duration duration) {
    try {
      return duration.toNanos();
    } catch (ArithmeticException tooLong) {
      throw new IllegalArgumentException(
          "a clock offset or age of " + duration + " cannot be kept; 292 years are the most",
          tooLong);
    }
  }

  private static Optional<Duration> duration(Value value, String what) throws GarbledData {
    return value instanceof Value.Absent
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(Shape.whole(value, what)));
  }
}
