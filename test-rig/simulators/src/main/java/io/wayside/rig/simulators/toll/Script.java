// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll;

import io.wayside.rig.simulators.toll.road.LaneLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Carries out orders when their moment has come. */
final class Script {

  private static final long SECOND = 1_000_000_000L;

  private record Flooding(Order.Flood flood, long fromNanos) {}

  private final Lanes lanes;
  private final List<Order.Timed> waiting;
  private final List<Flooding> floods = new ArrayList<>();

  Script(Lanes lanes, List<Order.Timed> orders) {
    this.lanes = lanes;
    this.waiting = new ArrayList<>(orders);
  }

  /** Says what is due and does what the world has to do. */
  void run(long nanos, List<TrueVehicle> gone, Consumer<WorldEvent> events) {
    for (Order.Timed timed : List.copyOf(waiting)) {
      if (due(timed.when(), nanos, gone)) {
        waiting.remove(timed);
        if (timed.order() instanceof Order.InWorld inside) {
          carryOut(inside, nanos);
        }
        events.accept(new WorldEvent.OrderDue(nanos, timed.order()));
      }
    }
  }

  boolean done() {
    return waiting.isEmpty();
  }

  private boolean due(Trigger when, long nanos, List<TrueVehicle> gone) {
    if (when instanceof Trigger.At at) {
      return nanos >= at.nanos();
    }
    if (when instanceof Trigger.NoseAt at) {
      return present(at.vehicle()).map(p -> p.vehicle.noseM() >= at.placeM()).orElse(false);
    }
    if (when instanceof Trigger.ArmRaisedFor raised) {
      return present(raised.vehicle()).map(this::firstBeforeRaisedArm).orElse(false);
    }
    int vehicle = ((Trigger.Passed) when).vehicle();
    return present(vehicle).map(Passenger::passed).orElse(false)
        || gone.stream().anyMatch(v -> v.id() == vehicle && v.passed());
  }

  private boolean firstBeforeRaisedArm(Passenger one) {
    Lane lane = lanes.of(one.arrival.lane());
    LaneLayout layout = one.layout;
    boolean first =
        lane.present.stream()
            .filter(p -> p.vehicle.noseM() < layout.armM())
            .findFirst()
            .filter(one::equals)
            .isPresent();
    return first && lane.arm.commandedUp() && one.vehicle.noseM() > layout.arming().fromM();
  }

  private Optional<Passenger> present(int vehicle) {
    return lanes.all().stream()
        .flatMap(lane -> lane.present.stream())
        .filter(p -> p.arrival.id() == vehicle)
        .findFirst();
  }

  private void carryOut(Order.InWorld order, long nanos) {
    Lane lane = lanes.of(order.lane());
    if (order instanceof Order.ArmStuck stuck) {
      lane.arm.stuck(stuck.stuck());
    } else if (order instanceof Order.LoopsBounce bounce) {
      lane.loops.values().forEach(loop -> loop.bounces(bounce.share()));
    } else if (order instanceof Order.ReaderDrops drops) {
      lane.readerBackNanos = nanos + drops.lasting().toNanos();
    } else if (order instanceof Order.ReaderReboots reboots) {
      lane.readerBackNanos = nanos + reboots.lasting().toNanos();
    } else if (order instanceof Order.Flood flood) {
      floods.add(new Flooding(flood, nanos));
    }
  }

  /** Reads of floods in an interval, evenly spread. */
  void flood(long fromNanos, long toNanos, Consumer<WorldEvent> events) {
    for (Flooding flooding : floods) {
      Order.Flood flood = flooding.flood();
      Lane lane = lanes.of(flood.lane());
      long end = flooding.fromNanos() + flood.lasting().toNanos();
      long period = SECOND / flood.perSecond();
      long first = (fromNanos - flooding.fromNanos() + period - 1) / period;
      for (long nanos = flooding.fromNanos() + first * period;
          nanos < Math.min(end, toNanos);
          nanos += period) {
        if (lane.radio && nanos >= lane.readerBackNanos) {
          events.accept(new WorldEvent.TagRead(nanos, flood.lane(), flood.tag(), 1, -60, 1));
        }
      }
    }
    floods.removeIf(f -> f.fromNanos() + f.flood().lasting().toNanos() < fromNanos);
  }
}
