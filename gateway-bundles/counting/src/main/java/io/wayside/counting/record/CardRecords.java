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
import io.wayside.counting.card.CardNews;
import io.wayside.counting.interval.Interval;
import io.wayside.counting.scheme.Classifier.Told;
import java.util.List;
import java.util.OptionalDouble;

/** Writes what a detector card counted down as drafts of the counter's stream. */
public final class CardRecords {

  /** Only their number is told, and between which two moments they passed. */
  public static final Flag TIMES_NOT_TOLD = new Flag("times-not-told");

  private final String station;
  private final int channel;
  private final String scheme;
  private final TimeSource time;

  /**
   * Records of one counter.
   *
   * @param scheme id of the class scheme, {@code none} without one
   */
  public CardRecords(String station, int channel, String scheme, TimeSource time) {
    this.station = station;
    this.channel = channel;
    this.scheme = scheme;
    this.time = time;
  }

  public Draft vehicle(CardNews.Vehicle news, Provenance provenance) {
    Stamp at = time.at(news.vehicle().monotonicNanos());
    FieldsBuilder body = Value.Fields.with("at", at.wall().toString());
    return passage(
        body,
        at,
        news.told(),
        news.vehicle().speedMps(),
        news.vehicle().lengthM(),
        new Marks(news.late(), news.doubtful(), Flags.NONE),
        provenance);
  }

  /** Vehicles of which their number is known; their record has the time of the later moment. */
  public Draft many(CardNews.Many news, Told unknown, Provenance provenance) {
    Stamp at = time.at(news.counted().toNanos());
    FieldsBuilder body =
        Value.Fields.with("at", at.wall().toString())
            .and("from", time.at(news.counted().fromNanos()).wall().toString())
            .and("vehicles", news.counted().vehicles());
    return passage(
        body,
        at,
        unknown,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        new Marks(news.late(), news.doubtful(), Flags.NONE.with(TIMES_NOT_TOLD)),
        provenance);
  }

  private record Marks(boolean late, boolean doubtful, Flags flags) {}

  private Draft passage(
      FieldsBuilder body,
      Stamp at,
      Told told,
      OptionalDouble speedMps,
      OptionalDouble lengthM,
      Marks marks,
      Provenance provenance) {
    Flags flags =
        at.clock().state() == ClockQuality.State.UNSYNCHRONISED
            ? marks.flags().with(Flag.CLOCK_UNSYNCHRONISED)
            : marks.flags();
    body.and("counted", true)
        .and("channel", channel)
        .and("late", marks.late())
        .and("direction", "unknown")
        .and("how", "card")
        .and("class", told.vehicleClass())
        .and("scheme", scheme)
        .and("rule", told.rule())
        .and("confidence", told.confidence())
        .and("classBy", Words.word(told.by()))
        .and("pcu", Words.number(told.pcu()))
        .and("speedMps", Words.number(speedMps))
        .and("lengthM", Words.number(lengthM))
        .and("spacingsM", List.<Value>of())
        .and("occupiedS", 0.0)
        .and("doubtful", marks.doubtful())
        .and("flags", flags.toValue());
    return new Draft(
        stream(), CountRecords.PASSAGE, Importance.EVENT, at, provenance, body.build());
  }

  public Draft interval(Interval interval, long nowNanos, Provenance provenance) {
    Stamp now = time.at(nowNanos);
    return new Draft(
        stream(),
        CountRecords.INTERVAL,
        Importance.EVENT,
        new Stamp(interval.to(), now.clock(), now.bootId(), nowNanos),
        provenance,
        IntervalBody.of(interval, scheme));
  }

  public Draft fault(CardNews.Fault fault, Provenance provenance) {
    boolean over = fault.untilNanos().isPresent();
    long at = fault.untilNanos().orElse(fault.sinceNanos());
    Value.Fields body =
        Value.Fields.with("fault", Words.word(fault.kind()))
            .and("sensor", "card")
            .and("since", time.at(fault.sinceNanos()).wall().toString())
            .and("until", over ? new Value.Text(time.at(at).wall().toString()) : Value.ABSENT)
            .and("detail", "channel " + channel + ", as the card says")
            .build();
    return new Draft(stream(), CountRecords.FAULT, Importance.ALARM, time.at(at), provenance, body);
  }

  private String stream() {
    return "counting." + station;
  }
}
