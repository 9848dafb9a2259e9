// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.parking;

import io.wayside.core.device.Contact;
import io.wayside.core.device.ContactChange;
import io.wayside.core.device.ContactChange.StampedBy;
import io.wayside.core.device.Lease;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Listeners;
import io.wayside.core.device.Output;
import io.wayside.core.device.TagSighting;
import io.wayside.core.device.TagSource;
import io.wayside.tolling.control.LaneDevices;
import java.time.Duration;
import java.util.Optional;

/** Loops, curtain, reader and barrier of one lane, as the world makes them. */
public final class LotDevices {

  /** The arm takes so long from one end to the other. */
  private static final long TRAVEL_MS = 1_000;

  final Sensor arming;
  final Sensor safety;
  final Sensor curtain;
  final Ear reader;
  final Line raise;
  final Line lower;
  private long liftedMs;
  private int fell;

  LotDevices(String lane, LotClock clock) {
    arming = new Sensor(lane + "-l1", clock);
    safety = new Sensor(lane + "-l3", clock);
    curtain = new Sensor(lane + "-curtain", clock);
    reader = new Ear(lane + "-reader", clock);
    raise = new Line(lane + "-raise", clock, false);
    lower = new Line(lane + "-lower", clock, false);
  }

  LaneDevices all() {
    return new LaneDevices(
        reader,
        arming,
        safety,
        Optional.empty(),
        Optional.of(curtain),
        Optional.empty(),
        Optional.empty(),
        raise,
        Optional.of(lower),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The arm moves as its lines ask; it has no eyes of its own. */
  void move(long ms) {
    boolean up = raise.isOn();
    boolean down = lower.isOn();
    if (up && !down) {
      liftedMs = Math.min(TRAVEL_MS, liftedMs + ms);
    } else if (down && !up) {
      fell += safety.isOn || curtain.isOn ? 1 : 0;
      liftedMs = Math.max(0, liftedMs - ms);
    }
  }

  boolean isUp() {
    return liftedMs >= TRAVEL_MS;
  }

  boolean isDown() {
    return liftedMs == 0;
  }

  /** How often the arm was moved down while something was under it. */
  int fell() {
    return fell;
  }

  public static <E> Listeners<E> listeners(String id) {
    return new Listeners<>(
        id,
        (words, fault) -> {
          throw new IllegalStateException(words, fault);
        });
  }

  /** A loop or a curtain. */
  public static final class Sensor implements Contact {
    private final String id;
    private final LotClock clock;
    private final Listeners<ContactChange> listeners;
    private boolean isOn;

    public Sensor(String id, LotClock clock) {
      this.id = id;
      this.clock = clock;
      this.listeners = listeners(id);
    }

    public void is(boolean now) {
      if (now != isOn) {
        isOn = now;
        listeners.received(new ContactChange(clock.monotonicNanos(), now, StampedBy.DRIVER));
      }
    }

    @Override
    public Optional<Boolean> active() {
      return Optional.of(isOn);
    }

    @Override
    public Subscription subscribe(Listener<? super ContactChange> listener) {
      return listeners.subscribe(listener);
    }

    @Override
    public String deviceId() {
      return id;
    }
  }

  /** A reader that hears who stands before it. */
  static final class Ear implements TagSource {
    private final String id;
    private final LotClock clock;
    private final Listeners<TagSighting> listeners;

    Ear(String id, LotClock clock) {
      this.id = id;
      this.clock = clock;
      this.listeners = listeners(id);
    }

    void hears(String epc) {
      listeners.received(TagSighting.of(clock.monotonicNanos(), epc, 1, -45));
    }

    @Override
    public void radio(boolean on) {
      // heard all the same: the world does not ask
    }

    @Override
    public Subscription subscribe(Listener<? super TagSighting> listener) {
      return listeners.subscribe(listener);
    }

    @Override
    public String deviceId() {
      return id;
    }
  }

  /** One line to the barrier's drive. */
  public static final class Line implements Output {
    private final String id;
    private final LotClock clock;
    private final Lease lease;

    public Line(String id, LotClock clock, boolean safeOn) {
      this.id = id;
      this.lease = new Lease(safeOn);
      this.clock = clock;
    }

    public boolean isOn() {
      return lease.on(clock.monotonicNanos());
    }

    @Override
    public void drive(boolean on, Duration length) {
      lease.take(on, clock.monotonicNanos() + length.toNanos());
    }

    @Override
    public void release() {
      lease.end();
    }

    @Override
    public boolean safeState() {
      return lease.safeOn();
    }

    @Override
    public String deviceId() {
      return id;
    }
  }
}
