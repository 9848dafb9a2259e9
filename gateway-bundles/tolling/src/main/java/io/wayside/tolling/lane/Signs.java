// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import io.wayside.tolling.fare.Fare;
import io.wayside.tolling.lane.LaneAct.Colour;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Light, display and siren: what is shown follows from where the vehicles are. */
final class Signs {

  private final Scene scene;
  private final Queue queue;
  private final BarrierControl barrier;
  private @Nullable Colour light;
  private LaneAct.Show shown = new LaneAct.Show("", Optional.empty());
  private boolean siren;
  private boolean radio;
  private boolean radioSaid;

  Signs(Scene scene, Queue queue, BarrierControl barrier) {
    this.scene = scene;
    this.queue = queue;
    this.barrier = barrier;
  }

  void run() {
    show(colour(), new LaneAct.Show(notice(), fare()));
    Vehicle head = queue.head();
    boolean loud =
        head != null
            && head.crossing
            && !head.granted()
            && (scene.order == LaneOrder.OPEN || scene.order == LaneOrder.CLOSE);
    if (loud != siren) {
      siren = loud;
      scene.acts.add(new LaneAct.Siren(loud));
    }
    boolean on =
        scene.order == LaneOrder.OPEN
            || scene.order == LaneOrder.HOLD_OPEN
            || (scene.order == LaneOrder.CLOSE && someoneIsServed());
    if (on != radio || !radioSaid) {
      radio = on;
      radioSaid = true;
      scene.acts.add(new LaneAct.Radio(on));
    }
  }

  private boolean someoneIsServed() {
    if (queue.isEmpty()) {
      return false;
    }
    for (Vehicle vehicle : queue.all()) {
      if (!vehicle.refused) {
        return true;
      }
    }
    return false;
  }

  private void show(Colour colour, LaneAct.Show now) {
    if (colour != light) {
      light = colour;
      scene.acts.add(new LaneAct.Light(colour));
    }
    if (!now.equals(shown)) {
      shown = now;
      scene.acts.add(now);
    }
  }

  /** Of the one that sees {@link Notices#PASS}. */
  private Optional<Fare> fare() {
    Vehicle next = queue.next();
    Verdict verdict = next == null ? null : next.verdict;
    return notice().equals(Notices.PASS) && verdict != null ? verdict.fare() : Optional.empty();
  }

  private Colour colour() {
    if (scene.order == LaneOrder.HOLD_OPEN) {
      return Colour.GREEN;
    }
    Vehicle next = queue.next();
    boolean may = next != null && next.granted() && !barrier.stuckClosed();
    return may ? Colour.GREEN : Colour.RED;
  }

  private String notice() {
    if (scene.order == LaneOrder.HOLD_OPEN) {
      return Notices.LANE_FREE;
    }
    if (scene.order == LaneOrder.MAINTAIN) {
      return Notices.MAINTENANCE;
    }
    if (barrier.stuckClosed()) {
      return Notices.BARRIER_FAULT;
    }
    Vehicle next = queue.next();
    if (next == null) {
      return idle();
    }
    if (next.granted()) {
      return Notices.PASS;
    }
    if (!next.hold.isEmpty()) {
      return next.hold;
    }
    return next.approved() ? Notices.WAIT : Notices.IDENTIFYING;
  }

  private String idle() {
    if (scene.order == LaneOrder.CLOSE) {
      return Notices.LANE_CLOSED;
    }
    if (!scene.loopsKnown()) {
      return Notices.LOOP_LOST;
    }
    return queue.isEmpty() ? Notices.READY : Notices.WAIT;
  }
}
