// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.record;

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
import io.wayside.counting.fault.FaultNews;
import io.wayside.counting.interval.Interval;
import io.wayside.counting.loop.LoopEvent;
import io.wayside.counting.loop.Passage;
import io.wayside.counting.scheme.Classifier.Told;
import java.util.OptionalDouble;

/** Writes passages, intervals and faults of sensors down as drafts of the counter's stream. */
public final class CountRecords {

  public static final RecordKind PASSAGE = new RecordKind("count-passage", 1);
  public static final RecordKind INTERVAL = new RecordKind("count-interval", 1);
  public static final RecordKind FAULT = new RecordKind("count-fault", 1);

  private final String station;
  private final String scheme;
  private final TimeSource time;

  /**
   * Records of one counter.
   *
   * @param scheme id of the class scheme, {@code none} without one
   */
  public CountRecords(String station, String scheme, TimeSource time) {
    this.station = station;
    this.scheme = scheme;
    this.time = time;
  }

  public Draft passage(Passage passage, Told told, Provenance provenance) {
    Stamp at = time.at(passage.nanos());
    Flags flags = passage.flags();
    if (at.clock().state() == ClockQuality.State.UNSYNCHRONISED) {
      flags = flags.with(Flag.CLOCK_UNSYNCHRONISED);
    }
    Value.Fields body =
        Value.Fields.with("at", at.wall().toString())
            .and("counted", true)
            .and("direction", Words.word(passage.direction()))
            .and("how", Words.word(passage.how()))
            .and("class", told.vehicleClass())
            .and("scheme", scheme)
            .and("rule", told.rule())
            .and("confidence", told.confidence())
            .and("classBy", Words.word(told.by()))
            .and("pcu", Words.number(told.pcu()))
            .and("speedMps", Words.number(passage.speedMps()))
            .and("lengthM", Words.number(passage.lengthM()))
            .and("spacingsM", passage.spacingsM().stream().<Value>map(Value.Real::new).toList())
            .and("occupiedS", passage.seconds())
            .and("doubtful", passage.doubtful())
            .and("flags", flags.toValue())
            .build();
    return new Draft(stream(), PASSAGE, Importance.EVENT, at, provenance, body);
  }

  /** Something that came over a loop and is not counted. */
  public Draft uncounted(LoopEvent.TurnedBack event, Provenance provenance) {
    Stamp at = time.at(event.nanos());
    Value.Fields body =
        Value.Fields.with("at", at.wall().toString())
            .and("counted", false)
            .and("direction", "turned-back")
            .and("how", "loop-pair")
            .and("class", "unknown")
            .and("scheme", scheme)
            .and("rule", "")
            .and("confidence", 0.0)
            .and("classBy", "nothing")
            .and("pcu", Value.ABSENT)
            .and("speedMps", Value.ABSENT)
            .and("lengthM", Value.ABSENT)
            .and("spacingsM", new Value.Many(java.util.List.of()))
            .and("occupiedS", (event.endNanos() - event.nanos()) / 1e9)
            .and("doubtful", false)
            .and("flags", Flags.NONE.toValue())
            .build();
    return new Draft(stream(), PASSAGE, Importance.EVENT, at, provenance, body);
  }

  public Draft interval(Interval interval, long nowNanos, Provenance provenance) {
    Stamp now = time.at(nowNanos);
    return new Draft(
        stream(),
        INTERVAL,
        Importance.EVENT,
        new Stamp(interval.to(), now.clock(), now.bootId(), nowNanos),
        provenance,
        IntervalBody.of(interval, scheme));
  }

  public Draft fault(FaultNews news, Provenance provenance) {
    Stamp since = time.at(news.fault().sinceNanos());
    OptionalDouble none = OptionalDouble.empty();
    Value until = Words.number(none);
    long at = news.fault().sinceNanos();
    if (news instanceof FaultNews.Ended ended) {
      at = ended.nanos();
      until = new Value.Text(time.at(at).wall().toString());
    }
    Value.Fields body =
        Value.Fields.with("fault", news.fault().kind().code())
            .and("sensor", Words.word(news.fault().port()))
            .and("since", since.wall().toString())
            .and("until", until)
            .and("detail", news.fault().detail())
            .build();
    return new Draft(stream(), FAULT, Importance.ALARM, time.at(at), provenance, body);
  }

  public String stream() {
    return "counting." + station;
  }
}
