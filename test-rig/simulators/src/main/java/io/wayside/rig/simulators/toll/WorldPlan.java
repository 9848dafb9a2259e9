// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A station, what comes to it, and what goes wrong.
 *
 * @param lanes side by side, each number once
 * @param arrivals in any order; each id once
 * @param orders with their moments
 */
public record WorldPlan(List<LaneSetup> lanes, List<Arrival> arrivals, List<Order.Timed> orders) {

  public WorldPlan {
    lanes = List.copyOf(lanes);
    arrivals = List.copyOf(arrivals);
    orders = List.copyOf(orders);
    Set<Integer> numbers = new HashSet<>();
    for (LaneSetup lane : lanes) {
      if (!numbers.add(lane.number())) {
        throw new IllegalArgumentException("plan: lane " + lane.number() + " is there twice");
      }
    }
    Set<Integer> ids = new HashSet<>();
    for (Arrival arrival : arrivals) {
      if (!ids.add(arrival.id()) || !numbers.contains(arrival.lane())) {
        throw new IllegalArgumentException(
            "plan: vehicle %d in lane %d: its id is taken or there is no such lane"
                .formatted(arrival.id(), arrival.lane()));
      }
    }
  }

  public WorldPlan(List<LaneSetup> lanes, List<Arrival> arrivals) {
    this(lanes, arrivals, List.of());
  }

  /** The same with every lane's barrier commanded by somebody. */
  public WorldPlan commanded() {
    return new WorldPlan(lanes.stream().map(LaneSetup::commanded).toList(), arrivals, orders);
  }
}
