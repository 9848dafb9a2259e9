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
import io.wayside.counting.naming.Called;
import io.wayside.counting.sighting.Sighting;
import java.util.List;
import java.util.Locale;

/** Writes what a camera counted down, in the kinds of record that loops have, with the line. */
public final class SightingRecords {

  private final String station;
  private final String scheme;
  private final TimeSource time;

  /**
   * Records of one counter.
   *
   * @param scheme id of the class scheme
   */
  public SightingRecords(String station, String scheme, TimeSource time) {
    this.station = station;
    this.scheme = scheme;
    this.time = time;
  }

  /** A vehicle that crossed a line at a time of the monotonic clock. */
  public Draft passage(Sighting sighting, Called called, long nanos, Provenance provenance) {
    Stamp at = time.at(nanos);
    Flags flags = sighting.flags();
    if (at.clock().state() == ClockQuality.State.UNSYNCHRONISED) {
      flags = flags.with(Flag.CLOCK_UNSYNCHRONISED);
    }
    Value.Fields body =
        Value.Fields.with("at", at.wall().toString())
            .and("counted", true)
            .and("line", sighting.line())
            .and("direction", direction(sighting))
            .and("how", "camera")
            .and("class", called.vehicleClass())
            .and("scheme", scheme)
            .and("rule", called.rule())
            .and("confidence", called.confidence())
            .and("classBy", Words.word(called.by()))
            .and("pcu", Words.number(called.pcu()))
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

  /** An interval of one line. */
  public Draft interval(Interval interval, String line, long nanos, Provenance provenance) {
    Stamp now = time.at(nanos);
    FieldsBuilder body = Value.Fields.with("line", line);
    IntervalBody.of(interval, scheme).values().forEach(body::and);
    return new Draft(
        stream(),
        CountRecords.INTERVAL,
        Importance.EVENT,
        new Stamp(interval.to(), now.clock(), now.bootId(), nanos),
        provenance,
        body.build());
  }

  private String stream() {
    return "counting." + station;
  }
}
