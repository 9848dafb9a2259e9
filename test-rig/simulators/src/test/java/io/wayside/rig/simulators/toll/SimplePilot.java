// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll;

import java.util.ArrayList;
import java.util.List;

/**
 * A lane controller that is good enough to get vehicles through: up when a tag was heard while L1
 * is occupied, down when L3 has become free.
 */
final class SimplePilot {

  private final int lane;
  private boolean occupied;
  private boolean heard;

  SimplePilot(int lane) {
    this.lane = lane;
  }

  List<WorldCommand> on(List<WorldEvent> events) {
    List<WorldCommand> commands = new ArrayList<>();
    for (WorldEvent event : events) {
      if (event.lane() != lane) {
        continue;
      }
      if (event instanceof WorldEvent.LoopEdge edge) {
        if (edge.loop() == WorldEvent.Loop.L1) {
          occupied = edge.occupied();
          heard = false;
        } else if (edge.loop() == WorldEvent.Loop.L3 && !edge.occupied()) {
          open(commands, false);
        }
      } else if (event instanceof WorldEvent.TagRead && occupied && !heard) {
        heard = true;
        open(commands, true);
      }
    }
    return commands;
  }

  private void open(List<WorldCommand> commands, boolean up) {
    commands.add(new WorldCommand.Barrier(lane, up));
    commands.add(new WorldCommand.Light(lane, up));
  }

  /** Runs a world to its end, or for ten minutes of it; gives all that was noticed. */
  static List<WorldEvent> run(World world, int... lanes) {
    List<SimplePilot> pilots = new ArrayList<>();
    for (int lane : lanes) {
      pilots.add(new SimplePilot(lane));
    }
    List<WorldEvent> all = new ArrayList<>();
    List<WorldCommand> commands = new ArrayList<>();
    while (!world.over() && world.nanos() < 600_000_000_000L) {
      List<WorldEvent> events = world.step(world.nanos() + World.TICK_NANOS, commands);
      commands.clear();
      pilots.forEach(pilot -> commands.addAll(pilot.on(events)));
      all.addAll(events);
    }
    return all;
  }
}
