// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The lanes of a station by their numbers. */
final class Lanes {

  private final Map<Integer, Lane> byNumber = new LinkedHashMap<>();

  void add(Lane lane) {
    byNumber.put(lane.setup.number(), lane);
  }

  Lane of(int number) {
    Lane lane = byNumber.get(number);
    if (lane == null) {
      throw new IllegalArgumentException(
          "there is no lane " + number + "; there are " + byNumber.keySet());
    }
    return lane;
  }

  Collection<Lane> all() {
    return byNumber.values();
  }
}
