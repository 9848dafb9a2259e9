// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.record;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.Provenance;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.counting.interval.Interval;
import io.wayside.counting.sighting.Sighting;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Writes what a camera counted down, in the kinds of record that loops have, with the line. */
public final class SightingRecords {

  /** Classes by size alone. */
  public static final String SCHEME = "camera-size";

  private final String station;
  private final TimeSource time;

  /** Records of one counter. */
  public SightingRecords(String station, TimeSource time) {
    this.station = station;
    this.time = time;
  }

  /** A vehicle that crossed a line at a time of the monotonic clock. */
  public Draft passage(Sighting sighting, long nanos, Provenance provenance) {
    Stamp at = time.at(nanos);
    Flags flags = sighting.flags();
    if (at.clock().state() == ClockQuality.State.UNSYNCHRONISED) {
      flags = flags.with(Flag.CLOCK_UNSYNCHRONISED);
    }
    boolean metres = sighting.lengthM().isPresent();
    Value.Fields body =
        Value.Fields.with("at", at.wall().toString())
            .and("counted", true)
            .and("line", sighting.line())
            .and("direction", direction(sighting))
            .and("how", "camera")
            .and("class", sighting.kind().code())
            .and("scheme", SCHEME)
            .and("rule", metres ? "size" : "relative-size")
            .and("confidence", sighting.confidence())
            .and("classBy", "outline")
            .and("pcu", Value.ABSENT)
            .and("speedMps", Words.number(sighting.speedMps()))
            .and("lengthM", Words.number(sighting.lengthM()))
            .and("spacingsM", List.<Value>of())
            .and("occupiedS", sighting.occupiedS())
            .and("doubtful", sighting.doubtful())
            .and("flags", flags.toValue())
            .build();
    return new Draft(stream(), CountRecords.PASSAGE, Importance.EVENT, at, provenance, body);
  }

  /** As records and intervals name it. */
  public static String direction(Sighting sighting) {
    return sighting.to().name().toLowerCase(Locale.ROOT);
  }

  /** An interval of one line; a camera does not tell occupancy. */
  public Draft interval(Interval interval, String line, long nanos, Provenance provenance) {
    Stamp now = time.at(nanos);
    FieldsBuilder body = Value.Fields.with("line", line);
    IntervalBody.of(without(interval), SCHEME).values().forEach(body::and);
    return new Draft(
        stream(),
        CountRecords.INTERVAL,
        Importance.EVENT,
        new Stamp(interval.to(), now.clock(), now.bootId(), nanos),
        provenance,
        body.build());
  }

  private static Interval without(Interval interval) {
    return new Interval(
        interval.span(),
        interval.slot(),
        interval.from(),
        interval.to(),
        interval.observedS(),
        interval.measuredS(),
        interval.counts(),
        OptionalDouble.empty(),
        interval.causes(),
        interval.revision());
  }

  private String stream() {
    return "counting." + station;
  }
}
