// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import io.wayside.core.health.Health;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.control.Effects;
import io.wayside.tolling.control.Hearing;
import io.wayside.tolling.control.Inbox;
import io.wayside.tolling.control.Letter;
import io.wayside.tolling.control.Steps;
import io.wayside.tolling.lane.Lane;
import io.wayside.tolling.lane.LaneAct;
import io.wayside.tolling.lane.LaneEvent;
import io.wayside.tolling.lane.LaneOrder;
import io.wayside.tolling.lane.LaneState;
import io.wayside.tolling.lane.Neighbours;
import io.wayside.tolling.parking.LanePass;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of a parking lane: the vehicles, loops and barrier of a toll lane, and the car park asked
 * instead of the lists. Steps are made by one thread; there is none in here.
 */
public final class LotLane implements Steps {

  private static final Logger LOG = LoggerFactory.getLogger(LotLane.class);

  private static final long MS = 1_000_000;
  private static final long TICK_NANOS = 100 * MS;
  private static final long ASK_NANOS = 500 * MS;

  /** In which a ticket may be shown for the vehicle at the head. */
  private static final Set<LaneState> WAITING =
      EnumSet.of(LaneState.ARMED, LaneState.IDENTIFYING, LaneState.HOLD);

  private final LotParts parts;
  private final TimeSource time;
  private final Inbox inbox;
  private final Hearing hearing;
  private final Effects effects;
  private final CarPark park;
  private final LotDesk desk;
  private final ParkJudge judge;
  private final Lane lane;
  private final RaiseGate gate;
  private final List<LaneAct.Alarm> alarms = new ArrayList<>();
  private final long renewNanos;
  private LaneOrder order = LaneOrder.OPEN;
  private long tickDue;
  private long renewDue;
  private long askDue;
  private long revision;
  private long floods;
  private boolean tagHeld;
  private boolean closed; // on the lane's thread
  private volatile @Nullable LotView view;

  /**
   * @param slow where calls are made that take their time
   */
  public LotLane(LotParts parts, Inbox inbox, Executor slow) {
    this.parts = parts;
    this.time = parts.time();
    this.inbox = inbox;
    this.park = parts.park();
    LotParts.Settings settings = parts.settings();
    this.hearing = new Hearing(parts.devices(), inbox, time);
    this.effects =
        new Effects(parts.devices(), settings.outputLease(), hearing::nothingUnderTheArm, slow);
    this.desk = new LotDesk(settings.id(), settings.exit(), park);
    this.judge = new ParkJudge(desk::ask);
    this.lane =
        new Lane(
            settings.rules(), settings.layout(), judge, Neighbours.NONE, park.join(settings.id()));
    this.gate = new RaiseGate(this::drive);
    this.renewNanos = settings.outputLease().toNanos() / 4;
    begin();
  }

  private void begin() {
    long now = time.monotonicNanos();
    tickDue = now;
    renewDue = now;
    askDue = now + ASK_NANOS;
    revision = park.revision();
    inbox.forget();
    waitForRecord(); // an earlier run of the lane may have let somebody pass just now
    List<LanePass> open = park.openPasses(parts.settings().id());
    carryOut(lane.resume(LotDesk.grants(open, now), List.of(), now), null);
    LaneOrder first =
        parts.order().last(parts.settings().openAtStart() ? LaneOrder.OPEN : LaneOrder.CLOSE);
    order = first;
    tell(new LaneEvent.Order(now, first, "restart"));
    hearing.begin();
    view = look();
  }

  /** When there is next something to do if nothing is heard. */
  public long due() {
    long due = Math.min(Math.min(tickDue, renewDue), askDue);
    OptionalLong wanted = lane.nextTick();
    return wanted.isPresent() ? Math.min(due, wanted.getAsLong()) : due;
  }

  @Override
  public void step() throws InterruptedException {
    take(inbox.next(Math.max(0, due() - time.monotonicNanos())));
  }

  /** Takes what was heard, if anything was, and does what is due. */
  public void take(@Nullable Letter letter) {
    if (letter instanceof Letter.Sighting sighting) {
      tell(sighting.heard());
    } else if (letter instanceof Letter.Change change) {
      tell(change.event());
    } else if (letter instanceof Letter.Order told) {
      order(told);
    } else if (letter instanceof Letter.Errand errand) {
      errand.work().run();
    } else if (inbox.takeFlood()) {
      flooded();
    }
    rounds();
    view = look();
  }

  private void order(Letter.Order told) {
    if (told.event() instanceof LaneEvent.AttendantGrant) {
      desk.by("attendant");
    }
    if (told.event() instanceof LaneEvent.Order now) {
      order = now.order();
    }
    carryOut(lane.on(told.event()), told);
    told.refusal().complete(Optional.empty()); // unless the lane has refused
  }

  private void flooded() {
    floods++;
    LOG.error(
        "{}: more changes of contacts than can be followed; all loops count as occupied until they"
            + " are read anew",
        parts.settings().id());
    hearing.allLost(time.monotonicNanos()).forEach(this::tell);
    hearing.refresh();
  }

  private void rounds() {
    long now = time.monotonicNanos();
    OptionalLong wanted = lane.nextTick();
    if (now - tickDue >= 0) {
      tickDue = now + TICK_NANOS;
      tell(new LaneEvent.Tick(now));
      askAgain(now);
    } else if (wanted.isPresent() && now - wanted.getAsLong() >= 0) {
      tell(new LaneEvent.Tick(now));
    }
    if (now - renewDue >= 0) {
      renewDue = now + renewNanos;
      effects.renew();
      park.retry();
    }
    if (now - askDue >= 0) {
      askDue = now + ASK_NANOS;
      hearing.refresh();
    }
  }

  /** Who is held may have been paid for meanwhile. */
  private void askAgain(long now) {
    if (lane.vehicles() == 0) {
      desk.forget();
      tagHeld = false;
    }
    tagHeld |= judge.takeHeld();
    long latest = park.revision();
    if (latest == revision) {
      return;
    }
    revision = latest;
    OptionalLong head = lane.head();
    Optional<Asking> shown = head.isPresent() ? desk.shown(head.getAsLong()) : Optional.empty();
    if (shown.isPresent()) {
      show(shown.get(), "payment");
    } else if (tagHeld && lane.state() == LaneState.HOLD) {
      tagHeld = false;
      tell(new LaneEvent.Retry(now, Optional.of("payment")));
    }
  }

  /**
   * Something was shown for the vehicle at the head: a ticket, a plate that a camera read, a
   * driver's word that the ticket is lost.
   *
   * @return empty when no vehicle waits
   */
  public Optional<Word> show(Asking asking, String by) {
    OptionalLong head = lane.head();
    if (closed || head.isEmpty() || !WAITING.contains(lane.state())) {
      return Optional.empty();
    }
    Word word = desk.ask(asking);
    desk.show(asking, head.getAsLong());
    if (word.pass()) {
      desk.by(by);
      carryOut(lane.on(new LaneEvent.AttendantGrant(time.monotonicNanos(), by, by)), null);
    }
    return Optional.of(word);
  }

  private void tell(LaneEvent event) {
    carryOut(lane.on(event), null);
  }

  private void carryOut(List<LaneAct> acts, Letter.@Nullable Order told) {
    // A toll lane raises first and writes then; here the barrier waits for the record.
    for (LaneAct act : acts) {
      if (act instanceof LaneAct.Write write && desk.write(write.outcome())) {
        waitForRecord();
      }
    }
    for (LaneAct act : acts) {
      if (act instanceof LaneAct.Alarm alarm) {
        alarm(alarm);
      } else if (act instanceof LaneAct.Refused refused) {
        if (told != null) {
          told.refusal().complete(Optional.of(refused.why()));
        }
      } else if (order == LaneOrder.HOLD_OPEN) {
        drive(act);
      } else if (!(act instanceof LaneAct.Write)) {
        gate.want(act);
      }
    }
  }

  private void waitForRecord() {
    CompletableFuture<Void> durable = park.durable();
    if (durable.isDone() && !durable.isCompletedExceptionally()) {
      return;
    }
    gate.shut();
    var unused = durable.whenComplete((done, lost) -> inbox.errand(() -> settled(lost == null)));
  }

  /** What a run that has ended waited for is not for its outputs any more. */
  private void settled(boolean kept) {
    if (closed) {
      return;
    }
    if (kept) {
      gate.kept();
    } else {
      LOG.error("{}: what lets a vehicle pass is not on record", parts.settings().id());
      gate.lost();
    }
  }

  private void drive(LaneAct act) {
    if (act instanceof LaneAct.Barrier barrier && barrier.request() == LaneAct.Request.LOWER) {
      park.lowered(parts.settings().id());
    }
    effects.carryOut(act);
  }

  private void alarm(LaneAct.Alarm alarm) {
    if (alarm.on()) {
      alarms.add(alarm);
      LOG.warn("{}: {}: {}", parts.settings().id(), alarm.code(), alarm.detail());
    } else {
      alarms.removeIf(on -> on.code().equals(alarm.code()));
    }
  }

  private LotView look() {
    return new LotView(
        lane.state(),
        effects.notice(),
        lane.vehicles(),
        lane.tally(),
        List.copyOf(alarms),
        effects.failures(),
        floods,
        hearing.readerIsLost(),
        gate.isShut(),
        effects.armFallsWhenLost());
  }

  /** How the lane looks; from any thread. */
  public LotView view() {
    LotView now = view;
    return now == null ? look() : now;
  }

  @Override
  public Health health() {
    return view().health(time.monotonicNanos());
  }

  @Override
  public void close() {
    closed = true;
    effects.letGo();
    hearing.close();
  }
}
