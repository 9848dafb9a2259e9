// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import io.wayside.tolling.lane.LaneAct;
import io.wayside.tolling.lane.LaneAct.Barrier;
import io.wayside.tolling.lane.LaneAct.Colour;
import io.wayside.tolling.lane.LaneAct.Light;
import io.wayside.tolling.lane.LaneAct.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Keeps the barrier down and the light red until what lets the vehicle pass is on record. What the
 * lane wants instead meanwhile takes the place of what waits.
 */
final class RaiseGate {

  private final Consumer<LaneAct> carryOut;
  private final List<LaneAct> waiting = new ArrayList<>();
  private int unkept;

  RaiseGate(Consumer<LaneAct> carryOut) {
    this.carryOut = carryOut;
  }

  /** A record is on its way that must be kept before anybody passes. */
  void shut() {
    unkept++;
  }

  /** One that was on its way is kept. */
  void kept() {
    unkept--;
    if (unkept == 0) {
      List<LaneAct> now = List.copyOf(waiting);
      waiting.clear();
      now.forEach(carryOut);
    }
  }

  /** One that was on its way never will be: what waits for it is not carried out. */
  void lost() {
    waiting.clear();
    unkept--;
  }

  void want(LaneAct act) {
    waiting.removeIf(other -> other.getClass() == act.getClass());
    if (unkept > 0 && opens(act)) {
      waiting.add(act);
    } else {
      carryOut.accept(act);
    }
  }

  private static boolean opens(LaneAct act) {
    return act.equals(new Barrier(Request.RAISE)) || act.equals(new Light(Colour.GREEN));
  }

  boolean isShut() {
    return unkept > 0;
  }
}
