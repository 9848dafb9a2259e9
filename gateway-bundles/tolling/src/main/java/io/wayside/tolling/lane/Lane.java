// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One toll lane: what it hears goes in, what it wants done comes out. It has no clock, thread or
 * I/O; whoever calls it does so from one thread, carries out the acts in their order, and sends a
 * tick when {@link #nextTick} says so.
 */
public final class Lane {

  private final Scene scene;
  private final Queue queue;
  private final TagPool pool;
  private final Committed committed = new Committed();
  private final Numbers numbers;
  private final Identification identification;
  private final Announcements announcements;
  private final Endings endings;
  private final InStep step;
  private final Emptiness emptiness;
  private final ArmingLoop arming;
  private final SafetyLoop safety;
  private final Grants grants;
  private final BarrierControl barrier;
  private final Signs signs;
  private final PlateWatch plates;
  private final Recovery recovery;

  /** Detectors that are reported as lost. */
  private final Set<Detector> missing = EnumSet.noneOf(Detector.class);

  /**
   * A lane that is closed and has heard nothing yet.
   *
   * @param firstVehicle number of its first vehicle; higher than any it has given before
   */
  public Lane(
      LaneRules rules, Layout layout, Judge judge, Neighbours neighbours, long firstVehicle) {
    scene = new Scene(rules, layout, judge, neighbours);
    queue = new Queue(rules.mostVehicles());
    pool = new TagPool(scene);
    numbers = new Numbers(firstVehicle);
    identification = new Identification(scene, queue, pool, committed);
    announcements = new Announcements(scene, queue, identification);
    endings = new Endings(scene, queue, pool, committed, identification);
    step = new InStep(scene, queue);
    emptiness = new Emptiness(scene, queue, step);
    CameAgain again = new CameAgain(scene, queue);
    Retreat retreat = new Retreat(scene, pool);
    arming = new ArmingLoop(scene, queue, endings, numbers, pool, retreat, step, again);
    Departure departure = new Departure(scene);
    Leaving leaving = new Leaving(scene, queue, endings, numbers, departure, step, again);
    Joined joined = new Joined(scene, queue, endings, numbers, leaving);
    safety = new SafetyLoop(scene, queue, endings, numbers, joined, leaving);
    grants = new Grants(scene, queue, endings, numbers);
    barrier = new BarrierControl(scene, queue);
    signs = new Signs(scene, queue, barrier);
    recovery = new Recovery(scene, queue, endings);
    plates = new PlateWatch(scene, queue);
  }

  /** The way it is used when it begins; once, before {@link #resume}. */
  public Lane facing(Travel travel) {
    scene.travel = travel;
    return this;
  }

  /**
   * Takes up what an earlier run left; once, before any event.
   *
   * @param open grants without an end in the journal
   * @param recent tags it charged within the time of duplicates
   */
  public List<LaneAct> resume(List<OpenGrant> open, List<RecentCharge> recent, long nowNanos) {
    scene.time.advance(nowNanos);
    for (RecentCharge charge : recent) {
      committed.add(charge.tag(), nowNanos - Math.max(0, charge.ageNanos()));
    }
    recovery.begin(open, numbers);
    signs.run();
    return scene.acts.take();
  }

  /** Hears something, and says what is to be done about it. */
  public List<LaneAct> on(LaneEvent event) {
    scene.time.advance(event.nanos());
    hear(event);
    emptiness.run();
    safety.run();
    arming.run();
    plates.run();
    step.run();
    identification.run();
    grants.run();
    barrier.run();
    signs.run();
    pool.expire();
    return scene.acts.take();
  }

  /** When the lane next wants to be told the time; empty while nothing is pending. */
  public OptionalLong nextTick() {
    return scene.time.soonest();
  }

  public LaneTally tally() {
    return scene.tally.seen();
  }

  /** How many vehicles are in the lane. */
  public int vehicles() {
    return queue.size();
  }

  /** Number of the vehicle at the head; empty when none is in the lane. */
  public OptionalLong head() {
    Vehicle head = queue.head();
    return head == null ? OptionalLong.empty() : OptionalLong.of(head.number);
  }

  /** How many tags are remembered. */
  public int tags() {
    return pool.all().size();
  }

  public LaneState state() {
    return switch (scene.order) {
      case MAINTAIN -> LaneState.MAINTENANCE;
      case HOLD_OPEN -> LaneState.FORCED_OPEN;
      case OPEN, CLOSE -> working();
    };
  }

  private LaneState working() {
    if (!scene.loopsKnown() || barrier.stuckClosed()) {
      return LaneState.FAULT;
    }
    Vehicle head = queue.head();
    if (head == null) {
      return scene.order == LaneOrder.CLOSE ? LaneState.CLOSED : LaneState.OPEN_IDLE;
    }
    if (head.crossing) {
      return LaneState.PASSING;
    }
    if (head.granted()) {
      return LaneState.PASS_GRANTED;
    }
    if (!head.hold.isEmpty()) {
      return LaneState.HOLD;
    }
    return head.state == VehicleState.DETECTED ? LaneState.ARMED : LaneState.IDENTIFYING;
  }

  private void hear(LaneEvent event) {
    if (event instanceof LaneEvent.Heard heard) {
      heard(heard);
    } else if (event instanceof LaneEvent.Occupied occupied) {
      occupied(occupied.detector(), occupied.occupied());
    } else if (event instanceof LaneEvent.DetectorLost lost) {
      lost(lost.detector());
    } else if (event instanceof LaneEvent.Arm arm) {
      barrier.seen(arm.position());
    } else if (event instanceof LaneEvent.Reader reader) {
      reader(reader.heard());
    } else if (event instanceof LaneEvent.Plate plate) {
      plates.heard(plate);
    } else if (event instanceof LaneEvent.Office office) {
      identification.answered(office);
    } else if (event instanceof LaneEvent.Links links) {
      scene.officeReachable = links.office();
      scene.stationReachable = links.station();
    } else {
      told(event);
    }
  }

  private void told(LaneEvent event) {
    if (event instanceof LaneEvent.Retry retry) {
      if (!identification.retry(retry.actor().orElse(null))) {
        refuse("retry", "no vehicle is held");
      }
    } else if (event instanceof LaneEvent.AttendantGrant grant) {
      refuse("attendant-grant", grants.byHand(grant));
    } else if (event instanceof LaneEvent.Order order) {
      order(order.order());
    } else if (event instanceof LaneEvent.Turn turn) {
      turn(turn.travel());
    }
  }

  private void refuse(String order, @Nullable String why) {
    if (why != null) {
      scene.acts.add(new LaneAct.Refused(order, why));
    }
  }

  private void heard(LaneEvent.Heard heard) {
    pool.hear(heard);
    HeardTag tag = pool.get(heard.tag());
    if (tag == null) {
      return;
    }
    if (tag.bound == null && !tag.spent) {
      recovery.adopt(tag);
    }
    announcements.heard(tag);
  }

  private void occupied(Detector detector, boolean occupied) {
    boolean first = !scene.detectors.known(detector);
    if (!scene.detectors.hear(detector, occupied, scene.time.now())) {
      return;
    }
    if (missing.remove(detector)) {
      alarm(detector, false);
    }
    if (recovery.isPending()) {
      recovery.settle();
      if (!recovery.isPending()) {
        begin();
      }
      return;
    }
    moved(detector, occupied, first);
  }

  /** Loops that are occupied after a restart, and by whom is not known. */
  private void begin() {
    if (scene.detectors.knownOccupied(Detector.ARMING) && queue.onArming() == null) {
      arming.rose(true);
    }
    Vehicle head = queue.head();
    if (scene.detectors.knownOccupied(Detector.SAFETY) && (head == null || !head.crossing)) {
      safety.rose(true);
    }
  }

  private void moved(Detector detector, boolean occupied, boolean first) {
    switch (detector) {
      case ARMING -> {
        if (occupied) {
          arming.rose(first);
        } else {
          arming.fell(first);
        }
      }
      case SAFETY -> {
        if (occupied) {
          safety.rose(first);
        } else {
          safety.fell(first);
        }
      }
      case CURTAIN -> {
        if (!occupied) {
          safety.curtainFell();
        } else if (!first) {
          safety.curtainRose();
        }
      }
      case CLASSING -> {
        Vehicle last = queue.last();
        if (last != null) {
          last.mark(scene.time.now(), occupied ? "classing-on" : "classing-off");
        }
      }
    }
  }

  private void lost(Detector detector) {
    scene.detectors.lose(detector);
    if (detector == Detector.SAFETY || detector == Detector.ARMING) {
      step.lose();
    }
    if (detector == Detector.SAFETY) {
      safety.lost();
    }
    if (missing.add(detector)) {
      alarm(detector, true);
    }
  }

  private void alarm(Detector detector, boolean on) {
    scene.acts.add(
        new LaneAct.Alarm(
            "detector-lost",
            on,
            detector + (on ? " is not heard and counts as occupied: look at it" : " is heard")));
  }

  private void reader(boolean heard) {
    if (heard == scene.readerHeard) {
      return;
    }
    scene.readerHeard = heard;
    scene.readerWasLost = true;
    scene.readerNanos = scene.time.now();
    scene.acts.add(
        new LaneAct.Alarm(
            "reader-lost",
            !heard,
            heard ? "the reader is heard" : "no tag can be heard: vehicles are held"));
    if (heard) {
      identification.readerIsBack();
    } else {
      for (Vehicle vehicle : queue.all()) {
        if (vehicle.tag == null) {
          vehicle.flags.add(LaneFlags.READER_LOST);
        }
      }
    }
  }

  private void order(LaneOrder order) {
    scene.order = order;
    if (order != LaneOrder.CLOSE) {
      for (Vehicle vehicle : queue.all()) {
        if (vehicle.refused) {
          vehicle.refused = false;
          vehicle.hold = "";
          vehicle.identifyNanos = scene.time.now();
          vehicle.retried = true;
        }
      }
    }
  }

  private void turn(Travel travel) {
    if (travel == scene.travel) {
      return;
    }
    if (scene.order != LaneOrder.CLOSE) {
      refuse("turn", "the lane is open: close it, and turn it when nobody is in it");
      return;
    }
    String doubt = emptiness.doubt();
    if (doubt != null) {
      refuse("turn", doubt);
      return;
    }
    scene.travel = travel;
    scene.detectors.forgetAll(); // each loop has another part now, and must be heard in it
  }
}
