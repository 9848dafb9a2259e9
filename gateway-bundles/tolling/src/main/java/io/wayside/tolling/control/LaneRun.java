// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.record.RecordId;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.entries.Crossings;
import io.wayside.tolling.lane.Lane;
import io.wayside.tolling.lane.LaneAct;
import io.wayside.tolling.lane.LaneEvent;
import io.wayside.tolling.lane.LaneOrder;
import io.wayside.tolling.lane.LaneOutcome;
import io.wayside.tolling.lane.LaneOutcome.Passage;
import io.wayside.tolling.lane.LaneOutcome.Terms;
import io.wayside.tolling.lane.LaneState;
import io.wayside.tolling.lane.LaneTally;
import io.wayside.tolling.lane.Neighbours;
import io.wayside.tolling.lane.OpenGrant;
import io.wayside.tolling.office.TagAnswer;
import io.wayside.tolling.passage.LaneHealth;
import io.wayside.tolling.passage.OpenGrants;
import io.wayside.tolling.plaza.PlazaMessage;
import io.wayside.tolling.sight.Sight;
import io.wayside.tolling.tag.TagNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One lane between what it hears and what it wants done, step by step and without a thread of its
 * own. Acts are carried out in their order; the barrier does not wait for the journal, a tag is
 * settled only when its passage is durable.
 */
final class LaneRun {

  private static final Logger LOG = LoggerFactory.getLogger(LaneRun.class);

  private final LaneParts parts;
  private final TimeSource time;
  private final Inbox inbox;
  private long droppedSeen;
  private final Hearing hearing;
  private final Effects effects;
  private final Register register;
  private final SiteJudge judge;
  private final Sight sight;
  private final LateCharges late;
  private final Lane lane;
  private final HourBook hours;

  /** On, the oldest first; several of one code may be, such as two loops that are lost. */
  private final List<LaneAct.Alarm> alarms = new ArrayList<>();

  private @Nullable LaneState seen;
  private boolean officeReachable;
  private long committed;
  private long floods;
  private long floodNanos;

  LaneRun(
      LaneParts parts,
      Inbox inbox,
      Hearing hearing,
      Effects effects,
      Register register,
      SiteJudge judge,
      Sight sight,
      LateCharges late,
      Earlier earlier) {
    this.late = late;
    this.parts = parts;
    this.time = parts.time();
    this.inbox = inbox;
    this.hearing = hearing;
    this.effects = effects;
    this.register = register;
    this.judge = judge;
    this.sight = sight;
    Neighbours neighbours = parts.plaza().map(PlazaTalk::neighbours).orElse(Neighbours.NONE);
    this.lane =
        new Lane(
                parts.settings().rules(),
                parts.settings().layout(),
                judge,
                neighbours,
                earlier.nextVehicle())
            .facing(parts.order().travel());
    this.hours =
        new HourBook(
            parts.settings().shifts(),
            parts.book(),
            sight::pictures,
            lane.tally(),
            time.now().wall());
  }

  /** Takes up what an earlier run left, and listens. */
  void begin(Earlier earlier) {
    long now = time.monotonicNanos();
    earlier.open().forEach(open -> register.knows(open.grant().grant().vehicle(), open.number()));
    earlier.owed().forEach(judge::owed);
    List<OpenGrant> open = earlier.open().stream().map(OpenGrants.Numbered::grant).toList();
    parts
        .plaza()
        .ifPresent(talk -> talk.resume(parts.settings().layout(), open, earlier.recent(), now));
    late.resume(earlier.held(), now);
    carryOut(lane.resume(open, earlier.recent(), now), now, null);
    links(now);
    LaneOrder order =
        parts.order().last(parts.settings().openAtStart() ? LaneOrder.OPEN : LaneOrder.CLOSE);
    tell(new LaneEvent.Order(now, order, "restart"));
    hearing.begin();
  }

  void take(Letter letter) {
    if (letter instanceof Letter.Sighting sighting) {
      tell(sighting.heard());
    } else if (letter instanceof Letter.Change change) {
      tell(change.event());
    } else if (letter instanceof Letter.Order order) {
      observe(order.event());
      carryOut(lane.on(order.event()), order.event().nanos(), order);
      order.refusal().complete(Optional.empty()); // unless the lane has refused
    } else if (letter instanceof Letter.Errand errand) {
      errand.work().run();
    }
  }

  /** Time passes. */
  void tick(long nanos) {
    long dropped = inbox.dropped();
    if (dropped != droppedSeen) {
      droppedSeen = dropped;
      observe(new LaneEvent.Reader(nanos, false)); // to the plaza silence says nothing now
    }
    tell(new LaneEvent.Tick(nanos));
    lookAtOffice(nanos);
    sight.tick(nanos);
    late.tick(nanos);
    parts
        .plaza()
        .ifPresent(
            talk -> {
              talk.repeat(nanos);
              talk.conflicts()
                  .forEach(
                      both -> {
                        register.write(both, nanos);
                        LOG.warn(
                            "{}: a tag passed here and in another lane, look at both: {}",
                            parts.settings().origin().id(),
                            both);
                      });
              if (talk.changed(nanos)) {
                links(nanos);
              }
            });
  }

  private void lookAtOffice(long nanos) {
    parts
        .office()
        .ifPresent(
            talk -> {
              talk.settledThrough(parts.settings().origin().stream())
                  .ifPresent(judge::settledThrough);
              if (talk.isReachable() != officeReachable) {
                links(nanos);
              }
            });
  }

  OptionalLong nextTick() {
    return lane.nextTick();
  }

  /** Changes of contacts were lost: none is believed until it was read anew. */
  void flooded() {
    long now = time.monotonicNanos();
    floods++;
    floodNanos = now;
    LOG.error(
        "{}: more changes of contacts than can be followed; all loops count as occupied until they"
            + " are read anew",
        parts.settings().origin().id());
    hearing.allLost(now).forEach(this::tell);
    hearing.refresh();
  }

  /** The hour's record when it is due. */
  Optional<LaneHealth> hour() {
    return hours.due(lane.tally(), time.now().wall());
  }

  LaneHealth lastHour() {
    return hours.close(lane.tally(), time.now().wall());
  }

  void plazaHeard(PlazaMessage message) {
    parts.plaza().ifPresent(talk -> talk.hear(message, time.monotonicNanos()));
  }

  private void links(long nanos) {
    officeReachable = parts.office().map(OfficeTalk::isReachable).orElse(false);
    hours.office(officeReachable);
    tell(
        new LaneEvent.Links(
            nanos, officeReachable, parts.plaza().map(PlazaTalk::isWhole).orElse(true)));
  }

  private void observe(LaneEvent event) {
    if (parts.plaza().isPresent()) {
      parts.plaza().get().observe(event);
    }
  }

  private void tell(LaneEvent event) {
    observe(event);
    carryOut(lane.on(event), event.nanos(), null);
  }

  /**
   * Does what the lane wants.
   *
   * @param causeNanos when that happened which made the lane want it
   */
  private void carryOut(List<LaneAct> acts, long causeNanos, Letter.@Nullable Order order) {
    look();
    CompletableFuture<RecordId> written = null;
    for (LaneAct act : acts) {
      parts.audience().wanted(act, time.monotonicNanos());
      parts.plaza().ifPresent(talk -> talk.watch(act, time.monotonicNanos()));
      if (effects.carryOut(act)) {
        if (act instanceof LaneAct.Barrier raised && raised.request() == LaneAct.Request.RAISE) {
          hours.raised(Math.max(0, time.monotonicNanos() - causeNanos));
        }
      } else if (act instanceof LaneAct.Write write) {
        written = write(write.outcome());
      } else if (act instanceof LaneAct.Settle settle) {
        written = settle(settle, written); // whoever comes behind it is told behind it
      } else if (act instanceof LaneAct.AskLater held) {
        late.hold(held, written);
      } else if (act instanceof LaneAct.AskOffice asked) {
        ask(asked);
      } else if (act instanceof LaneAct.Alarm alarm) {
        alarm(alarm);
      } else if (act instanceof LaneAct.Refused refused) {
        if (order != null) {
          order.refusal().complete(Optional.of(refused.why()));
        }
      } else if (!sight.carryOut(act, time.monotonicNanos())) {
        parts.plaza().ifPresent(talk -> talk.say(act, time.monotonicNanos()));
      }
    }
  }

  private void look() {
    LaneState now = lane.state();
    if (now != seen) {
      seen = now;
      parts.audience().became(now, time.monotonicNanos());
    }
  }

  private void ask(LaneAct.AskOffice asked) {
    parts
        .office()
        .ifPresent(
            talk ->
                talk.ask(
                    parts.settings().origin(),
                    asked.tag(),
                    time.now().wall(),
                    said -> answered(asked.tag(), said)));
  }

  private void answered(TagNumber tag, TagAnswer said) {
    inbox.answered(
        new LaneEvent.Office(
            time.monotonicNanos(), tag, said.grants(), said.reason(), said.entry()));
  }

  private CompletableFuture<RecordId> write(LaneOutcome outcome) {
    if (!(outcome instanceof LaneOutcome.Grant)) {
      hours.ended(outcome);
    }
    OptionalLong owed = owed(outcome);
    CompletableFuture<RecordId> kept = register.write(outcome, time.monotonicNanos());
    var unused =
        kept.thenAccept(
            id -> {
              cross(outcome, id);
              inbox.errand(() -> durable(outcome, id, owed));
            });
    return kept;
  }

  /** What a tag owes by this outcome without the office's word. */
  private OptionalLong owed(LaneOutcome outcome) {
    if (outcome instanceof Passage passage
        && passage.terms() == Terms.CHARGED
        && passage.evidence().choice().isPresent()) {
      return judge.charged(
          passage.evidence().choice().get().tag(), passage.evidence().endedNanos());
    }
    return OptionalLong.empty();
  }

  /** Other lanes may be asked for it at once: a register answers any thread. */
  private void cross(LaneOutcome outcome, RecordId id) {
    if (parts.entries().isPresent() && outcome instanceof Passage passage) {
      Instant at = time.at(passage.evidence().endedNanos()).wall();
      Crossings.of(parts.settings().origin(), passage, at, id)
          .ifPresent(parts.entries().get()::crossed);
    }
  }

  private void durable(LaneOutcome outcome, RecordId id, OptionalLong owed) {
    owed.ifPresent(minor -> judge.recorded(id.sequence(), minor));
    committed += outcome instanceof Passage ? 1 : 0;
    sight.done(outcome);
    parts.audience().kept(outcome, id);
  }

  /** The other lanes are told that a tag has passed when nobody can take that back any more. */
  private @Nullable CompletableFuture<RecordId> settle(
      LaneAct.Settle settle, @Nullable CompletableFuture<RecordId> written) {
    if (parts.plaza().isEmpty()) {
      return written;
    }
    PlazaTalk talk = parts.plaza().get();
    if (written == null) {
      talk.say(settle, time.monotonicNanos());
      return null;
    }
    return written.thenApply(
        id -> {
          inbox.errand(() -> talk.say(settle, time.monotonicNanos()));
          return id;
        });
  }

  private void alarm(LaneAct.Alarm alarm) {
    if (alarm.on()) {
      alarms.add(alarm);
      LOG.warn("{}: {}: {}", parts.settings().origin().id(), alarm.code(), alarm.detail());
    } else {
      alarms.stream()
          .filter(on -> on.code().equals(alarm.code()))
          .findFirst()
          .ifPresent(alarms::remove);
      LOG.info("{}: {} is over", parts.settings().origin().id(), alarm.code());
    }
  }

  /** What can be told of the lane at this moment. */
  LaneView view() {
    return new LaneView(
        lane.state(),
        effects.notice(),
        lane.vehicles(),
        lane.tally(),
        committed,
        sight.pictures(),
        List.copyOf(alarms),
        effects.failures(),
        floods,
        floodNanos,
        hearing.readerIsLost(),
        parts.plaza().map(PlazaTalk::isWhole).orElse(true),
        parts.office().map(talk -> officeReachable));
  }

  SiteJudge judge() {
    return judge;
  }

  LaneState state() {
    return lane.state();
  }

  LaneTally tally() {
    return lane.tally();
  }
}
