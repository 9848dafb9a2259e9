// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import java.util.ArrayList;
import java.util.List;

/** What one event makes the lane do, in order. */
final class Acts {

  private List<LaneAct> acts = new ArrayList<>();
  private final List<LaneAct> later = new ArrayList<>();

  void add(LaneAct act) {
    acts.add(act);
  }

  /** For what must not keep the barrier waiting. */
  void addLast(LaneAct act) {
    later.add(act);
  }

  List<LaneAct> take() {
    if (acts.isEmpty() && later.isEmpty()) {
      return List.of();
    }
    acts.addAll(later);
    later.clear();
    List<LaneAct> taken = acts;
    acts = new ArrayList<>();
    return taken;
  }
}
