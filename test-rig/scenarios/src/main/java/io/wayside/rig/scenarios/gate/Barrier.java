// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.gate;

import io.wayside.core.device.Listener;
import io.wayside.core.device.Listeners;
import io.wayside.core.device.Sentence;
import io.wayside.core.device.SentenceSource;
import io.wayside.rig.scenarios.parking.LotClock;
import io.wayside.rig.scenarios.parking.LotDevices;
import io.wayside.rig.scenarios.parking.LotDevices.Line;
import io.wayside.rig.scenarios.parking.LotDevices.Sensor;
import io.wayside.tolling.gate.Zone;
import io.wayside.tolling.gatework.GateParts;
import java.util.Optional;

/** Reader, beams, fire contact and flaps of one gate. */
final class Barrier {

  private static final long TRAVEL_MS = 400;

  /** Who steps between closing flaps makes them open again; within this time. */
  private static final long REACTION_MS = 100;

  final Sensor freeSide;
  final Sensor safety;
  final Sensor paidSide;
  final Sensor fire;
  final Line open;
  final Cards cards;
  private long openedMs = TRAVEL_MS;
  private long betweenMs;
  private int caught;

  Barrier(LotClock clock) {
    freeSide = new Sensor("free-side", clock);
    safety = new Sensor("safety", clock);
    paidSide = new Sensor("paid-side", clock);
    fire = new Sensor("fire", clock);
    open = new Line("open", clock, true);
    cards = new Cards(clock);
  }

  GateParts.Devices all() {
    return new GateParts.Devices(cards, freeSide, safety, paidSide, fire, open, Optional.empty());
  }

  void is(Zone zone, boolean on) {
    (switch (zone) {
          case FREE_SIDE -> freeSide;
          case SAFETY -> safety;
          case PAID_SIDE -> paidSide;
        })
        .is(on);
  }

  void move(long ms, boolean somebodyBetween) {
    if (open.isOn()) {
      openedMs = Math.min(TRAVEL_MS, openedMs + ms);
      betweenMs = 0;
    } else {
      betweenMs = somebodyBetween && openedMs > 0 ? betweenMs + ms : 0;
      caught += betweenMs == REACTION_MS ? 1 : 0;
      openedMs = Math.max(0, openedMs - ms);
    }
  }

  boolean isOpen() {
    return openedMs == TRAVEL_MS;
  }

  /** How often flaps closed on somebody. */
  int caught() {
    return caught;
  }

  /** A reader that says what is tapped. */
  static final class Cards implements SentenceSource {
    private final LotClock clock;
    private final Listeners<Sentence> listeners = LotDevices.listeners("cards");

    Cards(LotClock clock) {
      this.clock = clock;
    }

    void says(String text) {
      listeners.received(new Sentence(clock.monotonicNanos(), text, ""));
    }

    @Override
    public Subscription subscribe(Listener<? super Sentence> listener) {
      return listeners.subscribe(listener);
    }

    @Override
    public String deviceId() {
      return "cards";
    }
  }
}
