// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.loop;

import io.wayside.counting.loop.LoopEvent.Passed;
import io.wayside.rig.simulators.loops.ContactEdge;
import io.wayside.rig.simulators.loops.ContactNoise;
import io.wayside.rig.simulators.loops.Drive;
import io.wayside.rig.simulators.loops.LoopRoad;
import io.wayside.rig.simulators.loops.LoopVehicle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Simulated vehicles over a simulated lane, and what a trap makes of the contacts. */
final class Lane {

  static final LoopRoad ROAD = new LoopRoad(4, 2, List.of(2.5));
  static final LoopRoad LOOPS = new LoopRoad(4, 2, List.of());

  private Lane() {}

  static TrapLayout layout(LoopRoad road) {
    return new TrapLayout(road.spacingM(), road.zoneM(), road.zoneM(), road.piezosM());
  }

  static Trap trap(LoopRoad road) {
    return new Trap(layout(road), LoopRules.usual(), Map.of());
  }

  static LoopVehicle car(Drive drive) {
    return new LoopVehicle("2", 4.5, 0.8, List.of(2.7), List.of(700.0, 600.0), drive);
  }

  static List<ContactEdge> edges(LoopRoad road, ContactNoise noise, LoopVehicle... vehicles) {
    List<LoopRoad.Closing> closings = new ArrayList<>();
    for (LoopVehicle vehicle : vehicles) {
      closings.addAll(road.closings(vehicle, false));
    }
    return noise.edges(closings, new Random(1));
  }

  static List<LoopEvent> seen(LoopWatch watch, List<ContactEdge> edges) {
    List<LoopEvent> events = new ArrayList<>();
    long last = 0;
    for (ContactEdge edge : edges) {
      events.addAll(watch.edge(edge(edge)));
      last = edge.nanos();
    }
    for (int i = 1; i <= 40; i++) {
      events.addAll(watch.advance(last + i * 500_000_000L));
    }
    return events;
  }

  static Edge edge(ContactEdge edge) {
    Port port =
        switch (edge.channel()) {
          case "lead" -> Port.LEAD;
          case "trail" -> Port.TRAIL;
          case "piezo-1" -> Port.PIEZO_1;
          default -> Port.PIEZO_2;
        };
    return new Edge(port, edge.nanos(), edge.on());
  }

  static List<Passage> passages(List<LoopEvent> events) {
    return events.stream()
        .filter(Passed.class::isInstance)
        .map(event -> ((Passed) event).passage())
        .toList();
  }
}
