// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.record;

import io.wayside.core.data.Value;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordKind;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.waterway.traffic.Crossing;
import io.wayside.waterway.traffic.PassLine;
import io.wayside.waterway.traffic.Passage;
import io.wayside.waterway.traffic.Vessel;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Writes passages of vessels down as drafts of the line's stream. */
public final class VesselRecords {

  public static final RecordKind PASSAGE = new RecordKind("vessel-passage", 1);

  /** What a count of these records covers: most small craft carry no AIS. */
  public static final String WITH_AIS = "AIS-equipped vessels";

  public static final String CAMERA_ONLY = "seen by camera only";

  private static final double S = 1e9;

  private final String station;
  private final PassLine line;
  private final TimeSource time;

  public VesselRecords(String station, PassLine line, TimeSource time) {
    this.station = station;
    this.line = line;
    this.time = time;
  }

  public Draft passage(Passage passage, Provenance provenance) {
    Stamp at = time.at(passage.nanos());
    Flags flags = Flags.NONE;
    if (at.clock().state() == ClockQuality.State.UNSYNCHRONISED) {
      flags = flags.with(Flag.CLOCK_UNSYNCHRONISED);
    }
    Optional<Vessel> vessel = passage.vessel();
    Optional<Crossing> crossing = passage.crossing();
    Value.Fields body =
        Value.Fields.with("at", at.wall().toString())
            .and("how", vessel.isPresent() ? "ais" : "camera")
            .and("covers", vessel.isPresent() ? WITH_AIS : CAMERA_ONLY)
            .and(
                "direction",
                text(crossing.map(c -> c.rightwards() ? line.toRight() : line.toLeft())))
            .and("vessel", text(vessel.map(Vessel::id)))
            .and("name", text(vessel.flatMap(Vessel::name)))
            .and("group", text(vessel.map(v -> v.group().word())))
            .and("shipType", shipType(vessel))
            .and("lengthM", number(vessel, Vessel::lengthM))
            .and("beamM", number(vessel, Vessel::beamM))
            .and("draughtM", number(vessel, Vessel::draughtM))
            .and("speedMps", number(crossing, c -> OptionalDouble.of(c.speedMps())))
            .and("alongM", number(crossing, c -> OptionalDouble.of(c.alongM())))
            .and("gapS", number(crossing, c -> OptionalDouble.of(c.gapNanos() / S)))
            .and("flags", flags.toValue())
            .build();
    return new Draft("waterway." + station, PASSAGE, Importance.EVENT, at, provenance, body);
  }

  private static Value shipType(Optional<Vessel> vessel) {
    return vessel.isPresent() && vessel.get().shipType().isPresent()
        ? new Value.Whole(vessel.get().shipType().getAsInt())
        : Value.ABSENT;
  }

  private static Value text(Optional<String> text) {
    return text.<Value>map(Value.Text::new).orElse(Value.ABSENT);
  }

  private static <T> Value number(Optional<T> of, Function<T, OptionalDouble> figure) {
    OptionalDouble number = of.map(figure).orElse(OptionalDouble.empty());
    return number.isPresent()
        ? new Value.Real(Math.round(number.getAsDouble() * 100) / 100.0)
        : Value.ABSENT;
  }
}
