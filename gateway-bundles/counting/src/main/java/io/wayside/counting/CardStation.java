// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import io.wayside.core.device.CardWord;
import io.wayside.core.device.Interruption;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.journal.Backlog;
import io.wayside.core.record.Draft;
import io.wayside.core.record.ProvenanceSource;
import io.wayside.core.time.TimeSource;
import io.wayside.counting.card.CardClasses;
import io.wayside.counting.card.CardLane;
import io.wayside.counting.card.CardNews;
import io.wayside.counting.record.CardRecords;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A counter with a detector card: its words in, records out. Words and ticks come on threads. */
final class CardStation {

  private static final Logger LOG = LoggerFactory.getLogger(CardStation.class);

  private final int channel;
  private final CardLane lane;
  private final CardRecords records;
  private final Backlog backlog;
  private final ProvenanceSource provenance;
  private final TimeSource time;
  private final boolean passages;
  private String why = "waits for its card";
  private long unkept; // records that are in the log alone, for want of room
  private Health health;

  /**
   * @param passages whether what is counted has records besides intervals
   */
  CardStation(
      int channel,
      CardLane lane,
      CardRecords records,
      Backlog backlog,
      ProvenanceSource provenance,
      TimeSource time,
      boolean passages) {
    this.channel = channel;
    this.lane = lane;
    this.records = records;
    this.backlog = backlog;
    this.provenance = provenance;
    this.time = time;
    this.passages = passages;
    this.health = Health.starting(why, time.monotonicNanos());
  }

  synchronized void word(CardWord word) {
    if (word.channel() == channel) {
      record(lane.word(word));
    }
  }

  synchronized void interrupted(Interruption interruption) {
    why = interruption.detail();
    record(lane.interrupted(interruption.sinceMonotonicNanos()));
  }

  synchronized void tick(long nanos) {
    record(lane.tick(nanos, time.at(nanos).wall()));
    backlog.retry();
  }

  synchronized void stop() {
    record(lane.stop(time.monotonicNanos()));
  }

  private void record(List<CardNews> news) {
    news.forEach(one -> draft(one).ifPresent(this::keep));
  }

  private Optional<Draft> draft(CardNews news) {
    if (news instanceof CardNews.IntervalTold told) {
      return Optional.of(
          records.interval(told.interval(), time.monotonicNanos(), provenance.current()));
    }
    if (news instanceof CardNews.Fault fault) {
      return Optional.of(records.fault(fault, provenance.current()));
    }
    if (passages && news instanceof CardNews.Vehicle vehicle) {
      return Optional.of(records.vehicle(vehicle, provenance.current()));
    }
    return passages && news instanceof CardNews.Many many
        ? Optional.of(records.many(many, CardClasses.UNKNOWN, provenance.current()))
        : Optional.empty();
  }

  private void keep(Draft draft) {
    if (!backlog.offer(draft)) {
      unkept++;
      LOG.error("no room for this {}, it is not recorded: {}", draft.kind(), draft.body());
    }
  }

  synchronized Health health() {
    long nanos = time.monotonicNanos();
    Health now = CounterHealth.judge(List.of(), java.util.Map.of(), backlog.state(), unkept, nanos);
    if (now.status() == Status.OK && !lane.isHeard()) {
      now = degraded("no-signal", "the card is not heard: " + why, nanos);
    } else if (now.status() == Status.OK && !lane.faults().isEmpty()) {
      now =
          degraded(
              "loop-fault",
              "the card says of channel "
                  + channel
                  + ": "
                  + lane.faults()
                  + "; intervals are marked, look at the loop",
              nanos);
    }
    health = health.sameAs(now) ? health : now;
    return health;
  }

  private static Health degraded(String code, String message, long nanos) {
    return new Health(Status.DEGRADED, code, message, nanos);
  }
}
