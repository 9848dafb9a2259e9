// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import io.wayside.rig.simulators.toll.TrueVehicle;
import io.wayside.rig.simulators.toll.World;
import io.wayside.rig.simulators.toll.WorldEvent;
import io.wayside.rig.simulators.toll.scenario.Play;
import io.wayside.rig.simulators.toll.scenario.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What came of one play.
 *
 * @param truth of all vehicles, in the order of their ids
 * @param endings as the lane wrote them
 * @param held how many vehicles the lane held
 * @param unnoticed orders that do not concern a lane
 * @param ended whether all vehicles were gone at the end
 * @param seen what happened, if it was wanted
 */
record Ran(
    List<TrueVehicle> truth,
    List<Ending> endings,
    int held,
    Set<String> unnoticed,
    boolean ended,
    Seen seen) {

  private static final long LONGEST_NANOS = 1_200_000_000_000L;

  /** When the last vehicle is gone, the lane has so long to come to its end. */
  private static final long REST_NANOS = 45_000_000_000L;

  Ran {
    truth = List.copyOf(truth);
    endings = List.copyOf(endings);
    unnoticed = Set.copyOf(unnoticed);
  }

  /** Plays it to its end. */
  static Ran of(Play play, UnderTest.Maker maker, boolean traced) {
    World world = play.world();
    Seen seen = new Seen(traced);
    Gateway gateway = new Gateway(play, maker, seen);
    Outside outside = new Outside(gateway);
    Attendant attendant = new Attendant(world, gateway);
    gateway.start(0);
    long until = LONGEST_NANOS;
    boolean ended = false;
    while (world.nanos() < until) {
      long next = world.nanos() + World.TICK_NANOS;
      for (WorldEvent event : world.step(next, gateway.commands())) {
        if (event.lane() == Rule.LANE) {
          gateway.hear(event);
          beside(event, outside, attendant, seen);
        }
      }
      gateway.runTo(world.nanos());
      if (!ended && world.over()) {
        ended = true;
        until = world.nanos() + REST_NANOS;
      }
    }
    List<TrueVehicle> truth =
        world.truth().stream().sorted(Comparator.comparingInt(TrueVehicle::id)).toList();
    return new Ran(
        truth, gateway.written.endings(), gateway.held(), outside.unnoticed(), ended, seen);
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
}
