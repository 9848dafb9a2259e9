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
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.control.ContactFeed;
import io.wayside.tolling.control.Steps;
import io.wayside.tolling.gate.BeamLog;
import io.wayside.tolling.gate.Gate;
import io.wayside.tolling.gate.GateAct;
import io.wayside.tolling.gate.GateEvent;
import io.wayside.tolling.gate.Tap;
import io.wayside.tolling.gate.Zone;
import io.wayside.tolling.lane.LaneOrder;
import io.wayside.tolling.plaza.PlazaMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  private final TapDesk desk;
  private final Flaps flaps;
  private final ContactFeed safety;
  private final ContactFeed fire;
  private final List<ContactFeed> feeds = new ArrayList<>();
  private final Subscription taps;

  private final BeamLog beams = new BeamLog();
  private final GateStatus status = new GateStatus();
  private boolean stoodOpen = true;
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
    this.desk = new TapDesk(parts, mailbox, backlog, history, gate, status, this::grant);
    this.safety = zone(parts.devices().safety(), Zone.SAFETY);
    zone(parts.devices().freeSide(), Zone.FREE_SIDE);
    zone(parts.devices().paidSide(), Zone.PAID_SIDE);
    this.fire = feed(parts.devices().fire(), this::fireHeard);
    this.flaps =
        new Flaps(
            parts.devices(),
            settings.outputLease(),
            () -> isFalse(safety) && isFalse(fire) && !heldOpen);
    this.heldOpen = parts.order().last(LaneOrder.OPEN) == LaneOrder.HOLD_OPEN;
    try {
      begin(history.unread());
      this.taps = parts.devices().taps().subscribe(listener());
    } catch (RuntimeException | Error fault) {
      feeds.forEach(ContactFeed::close); // or they would move the flaps for a run that is none
      throw fault;
    }
  }

  private void begin(int unread) {
    long now = time.monotonicNanos();
    tickDue = now;
    renewDue = now;
    askDue = now + ASK_NANOS;
    mailbox.forget();
    status.unread(unread);
    desk.begin();
    tell(new GateEvent.Tick(now));
    feeds.forEach(ContactFeed::begin);
    view = look();
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
    boolean stands = !released.equals(Optional.of(false));
    if (stands != stoodOpen) {
      desk.stoodOpen();
      stoodOpen = stands;
    }
    tell(new GateEvent.Fire(nanos, released));
    if (!stands) {
      desk.inService();
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
    desk.tapped(said, sentence.monotonicNanos());
  }

  private void grant(Tap tap, long tappedNanos) {
    status.way(tap.way());
    tell(new GateEvent.Granted(time.monotonicNanos(), tap.number(), tap.way(), tappedNanos));
  }

  private void tell(GateEvent event) {
    if (event instanceof GateEvent.Seen seen) {
      beams.heard(seen);
    }
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
      desk.ended(passed.tap(), true, passed.seen());
    } else if (act instanceof GateAct.Lapsed lapsed) {
      desk.ended(lapsed.tap(), false, true);
    } else if (act instanceof GateAct.Unpaid unpaid) {
      desk.unpaid(unpaid, beams.until(time.monotonicNanos()));
    } else if (act instanceof GateAct.Alarm alarm) {
      LOG.warn("{}: {}", parts.settings().id(), alarm.trouble());
    }
  }

  /** Another gate of the station has said something. */
  void heard(PlazaMessage message) {
    parts
        .others()
        .filter(talk -> talk.hear(message, time.monotonicNanos()))
        .ifPresent(
            talk ->
                message
                    .tag()
                    .map(GateTalk::token)
                    .ifPresent(token -> desk.claimedElsewhere(message.lane(), token)));
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
      desk.expire(now);
      parts.others().ifPresent(talk -> talk.repeat(now));
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
    return GateView.of(
        gate, status, flaps, backlog.state(), mailbox.refused(), desk.dropped(), heldOpen);
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
