// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import io.wayside.rig.simulators.toll.TrueVehicle;
import io.wayside.rig.simulators.toll.World;
import io.wayside.rig.simulators.toll.WorldEvent;
import io.wayside.rig.simulators.toll.scenario.Play;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of one play.
 *
 * @param truth of all vehicles, in the order of their ids
 * @param byLane endings as each lane under test wrote them
 * @param held how many vehicles the lanes held
 * @param faults what did not happen as the scenario says
 * @param ended whether all vehicles were gone at the end
 * @param arbitration what came of the talk between the lanes
 * @param dark when gateways were off
 * @param seen what happened, if it was wanted
 */
record Ran(
    List<TrueVehicle> truth,
    Map<Integer, List<Ending>> byLane,
    int held,
    List<String> faults,
    boolean ended,
    Arbitration arbitration,
    List<Twin.Dark> dark,
    Seen seen) {

  private static final long LONGEST_NANOS = 1_200_000_000_000L;

  /** The gateways have run for so long when the first vehicle comes. */
  private static final long BEFORE_NANOS = 20_000_000_000L;

  /** When the last vehicle is gone, the lanes have so long to come to their end. */
  private static final long REST_NANOS = 45_000_000_000L;

  /** And so long more while something is held back: no network of a scenario is down for longer. */
  private static final long LATE_NANOS = 120_000_000_000L;

  Ran {
    truth = List.copyOf(truth);
    byLane = new LinkedHashMap<>(byLane);
    faults = List.copyOf(faults);
    dark = List.copyOf(dark);
  }

  /** Plays it to its end. */
  static Ran of(Play play, NetworkKind network, UnderTest.Maker maker, boolean traced) {
    World world = network == NetworkKind.NONE ? play.world() : play.wholeWorld();
    Seen seen = new Seen(traced);
    try (Station station = new Station(play, network, maker, seen)) {
      return of(world, station, network, seen);
    }
  }

  private static Ran of(World world, Station station, NetworkKind network, Seen seen) {
    Outside outside = new Outside(station);
    Map<Integer, Attendant> attendants = new HashMap<>();
    station.gateways().forEach(g -> attendants.put(g.number(), new Attendant(world, g)));
    station.gateways().forEach(gateway -> gateway.start(-BEFORE_NANOS));
    station.runTo(0);
    long until = LONGEST_NANOS;
    boolean ended = false;
    while (world.nanos() < until
        || (ended && station.waiting() > 0 && world.nanos() < until + LATE_NANOS)) {
      long next = world.nanos() + World.TICK_NANOS;
      for (WorldEvent event : world.step(next, station.commands())) {
        Attendant attendant = attendants.get(event.lane());
        if (attendant != null) {
          station.hear(event);
          beside(event, outside, attendant, seen);
        }
      }
      station.runTo(world.nanos());
      if (!ended && world.over()) {
        ended = true;
        until = world.nanos() + REST_NANOS;
      }
    }
    List<TrueVehicle> truth =
        world.truth().stream().sorted(Comparator.comparingInt(TrueVehicle::id)).toList();
    long over = world.nanos();
    List<String> faults =
        station.gateways().stream().flatMap(g -> g.real.faults(over).stream()).toList();
    Map<Integer, List<Ending>> byLane = new LinkedHashMap<>();
    station.gateways().forEach(g -> byLane.put(g.number(), g.endings()));
    return new Ran(
        truth,
        byLane,
        station.gateways().stream().mapToInt(Gateway::held).sum(),
        faults,
        ended,
        Arbitration.of(
            byLane.values(),
            network != NetworkKind.NONE,
            station.gateways().stream().mapToLong(Gateway::conflicts).sum()),
        station.gateways().stream().flatMap(gateway -> gateway.dark().stream()).toList(),
        seen);
  }

  private static void beside(WorldEvent event, Outside outside, Attendant attendant, Seen seen) {
    if (event instanceof WorldEvent.OrderDue due) {
      seen.note(event.nanos(), "! " + due.order());
      outside.carryOut(due.order(), event.nanos());
    } else if (event instanceof WorldEvent.DriverCalls calls) {
      seen.note(event.nanos(), "! vehicle " + calls.vehicle() + " calls");
      attendant.called(calls.vehicle(), event.nanos());
    } else if (event instanceof WorldEvent.HandCrank crank) {
      seen.note(
          event.nanos(),
          "! the arm is turned " + (crank.up() ? "up" : "down") + " for " + crank.vehicle());
    }
  }

  /** Of all lanes. */
  List<Ending> endings() {
    List<Ending> all = new ArrayList<>();
    byLane.values().forEach(all::addAll);
    return all;
  }
}
