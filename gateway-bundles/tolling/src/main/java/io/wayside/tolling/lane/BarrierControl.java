// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import io.wayside.tolling.lane.LaneAct.Request;
import org.jspecify.annotations.Nullable;

/**
 * Raises and lowers the arm. Closing is asked only when nothing is known to be under it, and taken
 * back at once when that ends.
 */
final class BarrierControl {

  static final String NOT_OPEN = "barrier-not-open";
  static final String NOT_CLOSED = "barrier-not-closed";

  private final Scene scene;
  private final Queue queue;
  private @Nullable Request request;
  private long requestedNanos;
  private ArmPosition position = ArmPosition.UNKNOWN;
  private boolean clear;
  private long clearNanos;
  private boolean stuckClosed;
  private boolean stuckOpen;

  BarrierControl(Scene scene, Queue queue) {
    this.scene = scene;
    this.queue = queue;
  }

  void seen(ArmPosition now) {
    position = now;
  }

  boolean stuckClosed() {
    return stuckClosed;
  }

  boolean raised() {
    return request == Request.RAISE;
  }

  /** Where the arm should be, after everything else is known. */
  void run() {
    watchClear();
    if (request == Request.LOWER && !clear && !isDown()) {
      ask(Request.RAISE);
    } else if (scene.order == LaneOrder.HOLD_OPEN || someoneMayPass()) {
      if (request != Request.RAISE) {
        ask(Request.RAISE);
      }
    } else if (request != Request.LOWER && mayLower()) {
      ask(Request.LOWER);
    }
    watchArm();
  }

  private void watchClear() {
    boolean now = scene.clearToLower();
    if (now && !clear) {
      clearNanos = scene.time.now();
    }
    clear = now;
  }

  private boolean someoneMayPass() {
    for (Vehicle vehicle : queue.all()) {
      if (vehicle.granted()) {
        return true;
      }
      if (!vehicle.crossing) {
        return false;
      }
    }
    return false;
  }

  private boolean mayLower() {
    if (!clear || scene.order == LaneOrder.MAINTAIN || isCrossed()) {
      return false;
    }
    return scene.time.passed(clearNanos, scene.rules.arm().clearNanos());
  }

  /** A vehicle of which a part is past the safety loop, and a part is not. */
  private boolean isCrossed() {
    Vehicle head = queue.head();
    return head != null && head.crossing;
  }

  /** Without switches the arm is taken to be down when its time is over. */
  private boolean isDown() {
    return scene.layout.armSwitches()
        ? position == ArmPosition.CLOSED
        : scene.time.isOlder(requestedNanos, scene.rules.arm().closeNanos());
  }

  private void ask(Request now) {
    request = now;
    requestedNanos = scene.time.now();
    if (now == Request.RAISE) {
      scene.tally.raises++;
    } else {
      scene.tally.lowers++;
    }
    for (Vehicle vehicle : queue.all()) {
      vehicle.mark(requestedNanos, now == Request.RAISE ? "barrier-raise" : "barrier-lower");
    }
    scene.acts.add(new LaneAct.Barrier(now));
  }

  private void watchArm() {
    boolean notOpen = false;
    boolean notClosed = false;
    if (scene.layout.armSwitches() && position != ArmPosition.UNKNOWN && request != null) {
      if (request == Request.RAISE && position != ArmPosition.OPEN) {
        notOpen = scene.time.passed(requestedNanos, scene.rules.arm().openNanos());
      }
      if (request == Request.LOWER && position != ArmPosition.CLOSED) {
        notClosed = scene.time.passed(requestedNanos, scene.rules.arm().closeNanos());
      }
    }
    Vehicle waits = queue.next();
    if (notOpen && waits != null) {
      waits.saidNanos = scene.time.now(); // nobody can have left
    }
    if (notOpen != stuckClosed) {
      stuckClosed = notOpen;
      scene.acts.add(
          new LaneAct.Alarm(
              NOT_OPEN,
              notOpen,
              "the barrier was told to rise and is not open: look at its drive"));
    }
    if (notClosed != stuckOpen) {
      stuckOpen = notClosed;
      scene.acts.add(
          new LaneAct.Alarm(
              NOT_CLOSED,
              notClosed,
              "the barrier was told to close and has not: look at its drive and its interlock"));
    }
  }
}
