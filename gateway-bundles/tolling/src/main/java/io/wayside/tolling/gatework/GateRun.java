// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gatework;

import io.wayside.core.data.GarbledData;
import io.wayside.core.device.Contact;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Sentence;
import io.wayside.core.device.Source.Subscription;
import io.wayside.core.health.Health;
import io.wayside.core.journal.Backlog;
import io.wayside.core.record.Draft;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.control.ContactFeed;
import io.wayside.tolling.control.Steps;
import io.wayside.tolling.gate.Admission;
import io.wayside.tolling.gate.Gate;
import io.wayside.tolling.gate.GateAct;
import io.wayside.tolling.gate.GateEvent;
import io.wayside.tolling.gate.GateRecords;
import io.wayside.tolling.gate.Journey;
import io.wayside.tolling.gate.Journeys;
import io.wayside.tolling.gate.Tap;
import io.wayside.tolling.gate.TapDecision;
import io.wayside.tolling.gate.Zone;
import io.wayside.tolling.lane.LaneOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of a ticket gate. A tap is put on record before it opens the flaps. Steps are made by one
 * thread; there is none in here.
 */
public final class GateRun implements Steps {

  private static final Logger LOG = LoggerFactory.getLogger(GateRun.class);
  private static final long MS = 1_000_000;
  private static final long TICK_NANOS = 50 * MS;
  private static final long ASK_NANOS = 500 * MS;

  private final GateParts parts;
  private final TimeSource time;
  private final Mailbox mailbox;
  private final Backlog backlog;
  private final Gate gate;
  private final Admission admission;
  private final Journeys journeys;
  private final GateRecords records;
  private final Flaps flaps;
  private final ContactFeed safety;
  private final ContactFeed fire;
  private final List<ContactFeed> feeds = new ArrayList<>();
  private final Subscription taps;

  /** Allowed taps that have no end yet; those of an earlier run without their decision. */
  private final Map<Long, Pending> pending = new LinkedHashMap<>();

  private record Pending(Tap tap, Optional<TapDecision> decision) {}

  private final GateStatus status = new GateStatus();
  private long nextTap;
  private Optional<Boolean> reported = Optional.empty();
  private boolean heldOpen;
  private long tickDue;
  private long renewDue;
  private long askDue;
  private volatile @Nullable GateView view;

  /**
   * Begins with what the journal knows.
   *
   * @param backlog of this gate's records, outlives the run
   */
  GateRun(GateParts parts, Mailbox mailbox, Backlog backlog, GateHistory history) {
    this.parts = parts;
    this.time = parts.time();
    this.mailbox = mailbox;
    this.backlog = backlog;
    GateParts.Settings settings = parts.settings();
    this.gate = new Gate(settings.times());
    this.journeys = history.journeys();
    this.admission = new Admission(parts.tokens(), parts.fares(), settings.rules(), journeys);
    this.records = new GateRecords(settings.id(), parts.fares());
    this.safety = zone(parts.devices().safety(), Zone.SAFETY);
    zone(parts.devices().freeSide(), Zone.FREE_SIDE);
    zone(parts.devices().paidSide(), Zone.PAID_SIDE);
    this.fire = feed(parts.devices().fire(), this::fireHeard);
    this.flaps =
        new Flaps(
            parts.devices(),
            settings.outputLease(),
            () -> isFalse(safety) && isFalse(fire) && !heldOpen);
    this.nextTap = history.nextTap();
    this.heldOpen = parts.order().last(LaneOrder.OPEN) == LaneOrder.HOLD_OPEN;
    begin(history);
    this.taps = parts.devices().taps().subscribe(listener());
  }

  private void begin(GateHistory history) {
    long now = time.monotonicNanos();
    tickDue = now;
    renewDue = now;
    askDue = now + ASK_NANOS;
    mailbox.forget();
    for (Tap tap : history.open()) {
      take(tap, now);
    }
    tell(new GateEvent.Tick(now));
    feeds.forEach(ContactFeed::begin);
    view = look();
  }

  /**
   * An allowed tap of an earlier run: it holds if it is young, else its owner is taken for gone.
   */
  private void take(Tap tap, long now) {
    Duration age = Duration.between(tap.at(), time.at(now).wall()).abs();
    if (age.toNanos() < parts.settings().times().grantNanos()) {
      pending.put(tap.number(), new Pending(tap, Optional.empty()));
      status.waits(tap);
    } else {
      keep(records.unproven(tap, time.now(), parts.provenance().current()));
    }
  }

  private ContactFeed zone(Contact contact, Zone zone) {
    return feed(
        contact,
        (active, nanos) -> mailbox.changed(() -> tell(new GateEvent.Seen(nanos, zone, active))));
  }

  private interface Heard {
    void is(Optional<Boolean> active, long nanos);
  }

  private ContactFeed feed(Contact contact, Heard heard) {
    ContactFeed feed =
        new ContactFeed(
            contact,
            time,
            new ContactFeed.Hearer() {
              @Override
              public void is(boolean active, long nanos) {
                heard.is(Optional.of(active), nanos);
              }

              @Override
              public void lost(long nanos) {
                heard.is(Optional.empty(), nanos);
              }
            });
    feeds.add(feed);
    return feed;
  }

  private static boolean isFalse(ContactFeed feed) {
    return feed.now().equals(Optional.of(false));
  }

  private void fireHeard(Optional<Boolean> active, long nanos) {
    mailbox.changed(
        () -> {
          reported = active;
          release(nanos);
        });
  }

  /** An order to stand open is to the flaps what a fire is: nobody pays, nothing closes. */
  private void release(long nanos) {
    Optional<Boolean> released = heldOpen ? Optional.of(true) : reported;
    tell(new GateEvent.Fire(nanos, released));
    if (released.equals(Optional.of(false))) {
      status.waiting().forEach(tap -> grant(tap, nanos));
    }
  }

  private Listener<Sentence> listener() {
    return new Listener<>() {
      @Override
      public void received(Sentence sentence) {
        if (!mailbox.asked(() -> tapped(sentence))) {
          LOG.warn("{}: no room for a tap, it is to be made again", parts.settings().id());
        }
      }

      @Override
      public void interrupted(Interruption interruption) {
        mailbox.errand(() -> status.readerLost(true));
      }
    };
  }

  private void tapped(Sentence sentence) {
    status.readerLost(false);
    TapSentence said;
    try {
      said = TapSentence.parse(sentence.text());
    } catch (GarbledData notATap) {
      status.garbled();
      LOG.warn("{}: {}", parts.settings().id(), notATap.getMessage());
      return;
    }
    said.carried().ifPresent(last -> carried(said.token(), last));
    Tap tap =
        new Tap(
            nextTap++,
            said.token(),
            parts.settings().station(),
            said.way(),
            time.at(sentence.monotonicNanos()).wall());
    if (!isTaken()) {
      status.notRecorded();
      return;
    }
    TapDecision decision = admission.decide(tap, gate);
    long micros = (time.monotonicNanos() - sentence.monotonicNanos()) / 1_000;
    status.decided(decision);
    keep(records.decided(decision, Math.max(0, micros), time.now(), parts.provenance().current()));
    if (decision.isAllowed()) {
      pending.put(tap.number(), new Pending(tap, Optional.of(decision)));
      whenDurable(() -> grant(tap, time.monotonicNanos()));
    }
  }

  /** The medium's own word of its last tap, where this gate knows nothing later. */
  private void carried(String token, Journey last) {
    Optional<Journey> known = journeys.of(token);
    if (known.isEmpty() || known.get().at().isBefore(last.at())) {
      journeys.set(token, Optional.of(last));
    }
  }

  private boolean isTaken() {
    Backlog.State state = backlog.state();
    return state.waiting() == 0 || state.lastFailure().isEmpty();
  }

  private void grant(Tap tap, long nanos) {
    status.way(tap.way());
    tell(new GateEvent.Granted(nanos, tap.number(), tap.way()));
  }

  private void whenDurable(Runnable work) {
    CompletableFuture<Void> durable = backlog.emptied();
    if (durable.isDone()) {
      work.run();
    } else {
      var unused = durable.thenRun(() -> mailbox.errand(work));
    }
  }

  private void tell(GateEvent event) {
    for (GateAct act : gate.on(event)) {
      carryOut(act);
    }
  }

  private void carryOut(GateAct act) {
    if (act instanceof GateAct.Open) {
      flaps.open(gate.isReleased() ? Optional.empty() : status.way());
    } else if (act instanceof GateAct.Close) {
      flaps.close();
    } else if (act instanceof GateAct.Passed passed) {
      ended(passed.tap(), true);
    } else if (act instanceof GateAct.Lapsed lapsed) {
      ended(lapsed.tap(), false);
    } else if (act instanceof GateAct.Alarm alarm) {
      LOG.warn("{}: {}", parts.settings().id(), alarm.trouble());
    }
  }

  private void ended(long number, boolean passed) {
    Pending ended = pending.remove(number);
    if (ended == null) {
      return;
    }
    Draft draft =
        passed
            ? records.passed(ended.tap(), time.now(), parts.provenance().current())
            : records.lapsed(ended.tap(), time.now(), parts.provenance().current());
    if (!passed) {
      ended.decision().ifPresent(admission::lapsed);
    }
    keep(draft);
  }

  private void keep(Draft draft) {
    if (!backlog.offer(draft)) {
      status.unkept();
      LOG.error("no room for this {}, it is not recorded: {}", draft.kind(), draft.body());
    }
  }

  /** Whether it stands open by order. */
  void holdOpen(boolean open) {
    heldOpen = open;
    parts.order().keep(open ? LaneOrder.HOLD_OPEN : LaneOrder.OPEN);
    release(time.monotonicNanos());
  }

  /** When there is next something to do if nothing is heard. */
  public long due() {
    return Math.min(Math.min(tickDue, renewDue), askDue);
  }

  @Override
  public void step() throws InterruptedException {
    take(mailbox.next(Math.max(0, due() - time.monotonicNanos())));
  }

  /** Does what was asked, if anything was, and what is due. */
  public void take(@Nullable Runnable letter) {
    if (letter != null) {
      letter.run();
    } else if (mailbox.takeFlood()) {
      flooded();
    }
    long now = time.monotonicNanos();
    if (now - tickDue >= 0) {
      tickDue = now + TICK_NANOS;
      tell(new GateEvent.Tick(now));
    }
    if (now - renewDue >= 0) {
      renewDue = now + parts.settings().outputLease().toNanos() / 4;
      flaps.renew();
      backlog.retry();
    }
    if (now - askDue >= 0) {
      askDue = now + ASK_NANOS;
      feeds.forEach(ContactFeed::refresh);
    }
    view = look();
  }

  private void flooded() {
    status.flooded();
    LOG.error("{}: more changes than can be followed; all are read anew", parts.settings().id());
    long now = time.monotonicNanos();
    for (Zone zone : Zone.values()) {
      tell(new GateEvent.Seen(now, zone, Optional.empty()));
    }
    reported = Optional.empty();
    release(now);
    feeds.forEach(ContactFeed::refresh);
  }

  private GateView look() {
    return GateView.of(gate, status, flaps, backlog.state(), mailbox.refused(), heldOpen);
  }

  /** How the gate looks; from any thread. */
  public GateView view() {
    GateView now = view;
    return now == null ? look() : now;
  }

  @Override
  public Health health() {
    return view().health(time.monotonicNanos());
  }

  @Override
  public void close() {
    flaps.letGo();
    taps.close();
    feeds.forEach(ContactFeed::close);
  }
}
