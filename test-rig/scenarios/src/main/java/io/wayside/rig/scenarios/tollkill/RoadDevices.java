// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.tollkill;

import io.wayside.core.device.Contact;
import io.wayside.core.device.ContactChange;
import io.wayside.core.device.ContactChange.StampedBy;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Listeners;
import io.wayside.core.device.Output;
import io.wayside.core.device.TagSighting;
import io.wayside.core.device.TagSource;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.control.LaneDevices;
import java.time.Duration;
import java.util.Optional;

/** Loops, reader and a barrier that sees to it that nobody is under it when it is lowered. */
final class RoadDevices {

  final Loop arming;
  final Loop safety;
  final Loop curtain;
  final Ear reader;
  final Barrier barrier;

  private final boolean hasCurtain;

  RoadDevices(TimeSource time, boolean hasCurtain) {
    this.hasCurtain = hasCurtain;
    arming = new Loop("l1", time);
    safety = new Loop("l3", time);
    curtain = new Loop("curtain", time);
    reader = new Ear(time);
    barrier = new Barrier(safety, curtain);
  }

  void are(Step step) {
    if (hasCurtain) {
      curtain.is(step.curtain());
    }
    if (step.what() == Step.What.LOSES_ARMING) {
      arming.silent();
    } else {
      arming.is(step.arming());
    }
    safety.is(step.safety());
  }

  LaneDevices all() {
    return new LaneDevices(
        reader,
        arming,
        safety,
        Optional.empty(),
        hasCurtain ? Optional.of(curtain) : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        barrier,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static <E> Listeners<E> listeners(String id) {
    return new Listeners<>(
        id,
        (words, fault) -> {
          throw new IllegalStateException(words, fault);
        });
  }

  /** A loop as it is, whether anybody listens or not. */
  static final class Loop implements Contact {
    private final String id;
    private final TimeSource time;
    private final Listeners<ContactChange> listeners;
    private volatile Optional<Boolean> active = Optional.of(false);

    Loop(String id, TimeSource time) {
      this.id = id;
      this.time = time;
      this.listeners = listeners(id);
    }

    void is(boolean now) {
      active = Optional.of(now);
      listeners.received(new ContactChange(time.monotonicNanos(), now, StampedBy.DRIVER));
    }

    void silent() {
      active = Optional.empty();
      listeners.interrupted(
          new Interruption(
              time.monotonicNanos(), Interruption.Cause.SILENT, id + " is cut off: by the rig"));
    }

    boolean isFree() {
      return active.equals(Optional.of(false));
    }

    @Override
    public Optional<Boolean> active() {
      return active;
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

  /** A reader that hears what the road says. */
  static final class Ear implements TagSource {
    private final TimeSource time;
    private final Listeners<TagSighting> listeners = listeners("reader-1");

    Ear(TimeSource time) {
      this.time = time;
    }

    void hears(String epc) {
      listeners.received(
          new TagSighting(
              time.monotonicNanos(),
              epc,
              epc.length() * 4,
              Optional.empty(),
              Optional.empty(),
              1,
              -45,
              4));
    }

    @Override
    public void radio(boolean on) {
      // heard all the same: the road does not ask
    }

    @Override
    public Subscription subscribe(Listener<? super TagSighting> listener) {
      return listeners.subscribe(listener);
    }

    @Override
    public String deviceId() {
      return "reader-1";
    }
  }

  /** One line: on raises, off lowers. */
  static final class Barrier implements Output {
    private final Loop safety;
    private final Loop curtain;
    private volatile boolean up = true;

    Barrier(Loop safety, Loop curtain) {
      this.safety = safety;
      this.curtain = curtain;
    }

    @Override
    public void drive(boolean on, Duration lease) {
      if (up && !on && !(safety.isFree() && curtain.isFree())) {
        Runtime.getRuntime().halt(DoomedLane.FELL); // whatever comes after, this is the finding
      }
      up = on;
    }

    @Override
    public void release() {
      up = true;
    }

    @Override
    public boolean safeState() {
      return true;
    }

    @Override
    public String deviceId() {
      return "raise";
    }

    boolean isUp() {
      return up;
    }
  }
}
