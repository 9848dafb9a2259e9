// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** The first, the strongest and the last that were heard of one tag, as the reader said them. */
final class Sightings {

  /** So many of each are kept. */
  static final int EACH = 4;

  private static final Comparator<LaneEvent.Heard> BY_STRENGTH =
      Comparator.comparingDouble(LaneEvent.Heard::strengthDbm);

  private final List<LaneEvent.Heard> first = new ArrayList<>(EACH);
  private final List<LaneEvent.Heard> strongest = new ArrayList<>(EACH);
  private final ArrayDeque<LaneEvent.Heard> last = new ArrayDeque<>(EACH + 1);

  void add(LaneEvent.Heard heard) {
    if (first.size() < EACH) {
      first.add(heard);
    }
    last.addLast(heard);
    if (last.size() > EACH) {
      last.removeFirst();
    }
    if (strongest.size() < EACH) {
      strongest.add(heard);
    } else {
      LaneEvent.Heard weakest = strongest.get(0);
      for (LaneEvent.Heard each : strongest) {
        weakest = BY_STRENGTH.compare(each, weakest) < 0 ? each : weakest;
      }
      if (BY_STRENGTH.compare(heard, weakest) > 0) {
        strongest.remove(weakest);
        strongest.add(heard);
      }
    }
  }

  /** Each once, in the order in which they were heard; two that say the same are two. */
  List<LaneEvent.Heard> kept() {
    Set<LaneEvent.Heard> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    kept.addAll(first);
    kept.addAll(strongest);
    kept.addAll(last);
    List<LaneEvent.Heard> inOrder = new ArrayList<>(kept);
    inOrder.sort((one, other) -> Long.signum(one.nanos() - other.nanos()));
    return inOrder;
  }
}
