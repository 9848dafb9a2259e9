// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import io.wayside.rig.simulators.toll.Order;
import io.wayside.tolling.lane.LaneEvent;
import io.wayside.tolling.lane.Travel;
import java.util.Set;
import java.util.TreeSet;

/** Does what a scenario orders and the world cannot do. */
final class Outside {

  /** A session that finds its reader anew needs so long to delete a strange ROSpec. */
  private static final long SET_UP_NANOS = 1_000_000_000L;

  private final Station station;

  /** Orders of which a lane notices nothing. */
  private final TreeSet<String> unnoticed = new TreeSet<>();

  Outside(Station station) {
    this.station = station;
  }

  void carryOut(Order order, long nanos) {
    if (order instanceof Order.StationNetworkDown down) {
      station.network.downUntil(nanos + down.lasting().toNanos());
    } else {
      station.gateway(order.lane()).ifPresent(gateway -> carryOut(order, gateway, nanos));
    }
  }

  private void carryOut(Order order, Gateway gateway, long nanos) {
    if (order instanceof Order.InWorld inside) {
      reader(inside, gateway, nanos);
    } else if (order instanceof Order.ReaderClockJumps jumps) {
      gateway.reader.clockJumps(jumps.by().toNanos() / 1000);
    } else if (order instanceof Order.PowerCut cut) {
      gateway.stop();
      gateway.agenda.at(nanos + cut.lasting().toNanos(), gateway::start);
    } else if (order instanceof Order.ListsAged aged) {
      // They grow old when nobody can send new ones.
      gateway.lists.aged(aged.age());
      gateway.office(nanos, false);
    } else if (order instanceof Order.OfficeOutage) {
      gateway.office(nanos, false);
    } else if (order instanceof Order.ClockStep step) {
      gateway.clock.step(step.by());
    } else if (order instanceof Order.BeforeMidnight before) {
      gateway.clock.beforeMidnight(nanos, before.by());
    } else if (order instanceof Order.SwitchDirection) {
      gateway.tell(new LaneEvent.Turn(nanos, Travel.REVERSE, "rig"));
    } else {
      unnoticed.add(order.getClass().getSimpleName());
    }
  }

  /** The driver tells the lane when its reader is gone, and when it is back. */
  private void reader(Order.InWorld order, Gateway gateway, long nanos) {
    if (order instanceof Order.ReaderDrops drops) {
      gateway.reader(nanos, false);
      gateway.agenda.at(nanos + drops.lasting().toNanos(), at -> gateway.reader(at, true));
    } else if (order instanceof Order.ReaderReboots reboots) {
      long ready = nanos + reboots.lasting().toNanos() + SET_UP_NANOS;
      gateway.reader(nanos, false);
      gateway.reader.oldSpecUntil(ready);
      gateway.agenda.at(ready, at -> gateway.reader(at, true));
    }
  }

  /** Names of orders that were given and that no lane notices. */
  Set<String> unnoticed() {
    return new TreeSet<>(unnoticed);
  }
}
