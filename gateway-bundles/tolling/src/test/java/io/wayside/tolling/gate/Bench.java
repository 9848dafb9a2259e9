// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A gate on the bench: events go in by hand, acts are kept, and two things are always checked. */
final class Bench {

  static final long MS = 1_000_000;

  final Gate gate = new Gate(GateTimes.usual());
  final List<GateAct> acts = new ArrayList<>();
  long nowMs;
  private Optional<Boolean> safety = Optional.empty();
  private boolean fire = true;
  private boolean open = true;
  private long closedAtMs = Long.MIN_VALUE / 2;

  Bench fire(boolean alarm) {
    return send(new GateEvent.Fire(nowMs * MS, Optional.of(alarm)));
  }

  Bench see(Zone zone, boolean occupied) {
    return send(new GateEvent.Seen(nowMs * MS, zone, Optional.of(occupied)));
  }

  Bench tap(long number, Way way) {
    return send(new GateEvent.Granted(nowMs * MS, number, way, nowMs * MS));
  }

  Bench after(long ms) {
    nowMs += ms;
    return send(new GateEvent.Tick(nowMs * MS));
  }

  /** All beams free, no fire: the flaps close. */
  Bench ready() {
    fire(false);
    for (Zone zone : Zone.values()) {
      see(zone, false);
    }
    after(2_000);
    acts.clear();
    return this;
  }

  /** Somebody walks through. */
  Bench walk(Way way) {
    see(way.from(), true).after(200);
    see(Zone.SAFETY, true).after(200);
    see(way.from(), false).after(100);
    see(way.to(), true).after(100);
    see(Zone.SAFETY, false).after(200);
    return see(way.to(), false).after(100);
  }

  Bench send(GateEvent event) {
    boolean wasMoving = open || nowMs - closedAtMs < 1_000;
    if (event instanceof GateEvent.Seen seen && seen.zone() == Zone.SAFETY) {
      safety = seen.occupied();
    } else if (event instanceof GateEvent.Fire contact) {
      fire = contact.alarm().orElse(true);
    }
    List<GateAct> now = gate.on(event);
    for (GateAct act : now) {
      if (act instanceof GateAct.Open) {
        open = true;
      } else if (act instanceof GateAct.Close) {
        if (!safety.equals(Optional.of(false)) || fire) {
          throw new AssertionError("closes with safety zone " + safety + ", fire " + fire);
        }
        open = false;
        closedAtMs = nowMs;
      }
    }
    boolean person = !safety.equals(Optional.of(false));
    if ((person && wasMoving && !open) || (fire && !open)) {
      throw new AssertionError("stays closed on a person or in a fire at " + event);
    }
    acts.addAll(now);
    return this;
  }

  boolean isOpen() {
    return open;
  }

  List<GateAct.Trouble> alarms() {
    return acts.stream()
        .filter(GateAct.Alarm.class::isInstance)
        .map(act -> ((GateAct.Alarm) act).trouble())
        .toList();
  }

  List<Long> passed() {
    return acts.stream()
        .filter(GateAct.Passed.class::isInstance)
        .map(act -> ((GateAct.Passed) act).tap())
        .toList();
  }

  List<Long> lapsed() {
    return acts.stream()
        .filter(GateAct.Lapsed.class::isInstance)
        .map(act -> ((GateAct.Lapsed) act).tap())
        .toList();
  }
}
