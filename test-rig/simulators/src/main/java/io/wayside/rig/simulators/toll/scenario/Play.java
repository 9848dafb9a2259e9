// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll.scenario;

import io.wayside.rig.simulators.toll.TrueVehicle;
import io.wayside.rig.simulators.toll.World;
import io.wayside.rig.simulators.toll.WorldPlan;
import java.util.List;
import java.util.Map;

/**
 * A scenario with its dice thrown: a world to run, the lists that are in force, and the rule for
 * each vehicle.
 *
 * @param plan of the world
 * @param register what the lists say; a tag that is not here is on no list
 * @param rules by the vehicle's id
 * @param seed of the world
 */
public record Play(WorldPlan plan, List<Registered> register, Map<Integer, Rule> rules, long seed) {

  public Play {
    register = List.copyOf(register);
    rules = Map.copyOf(rules);
  }

  /** The world, at its beginning. */
  public World world() {
    return new World(plan, seed);
  }

  /** The world with every lane under test, at its beginning. */
  public World wholeWorld() {
    return new World(plan.commanded(), seed);
  }

  /** What must have come of a vehicle, where one lane is under test. */
  public Expected expected(TrueVehicle truth) {
    return rule(truth).expected(truth);
  }

  /** What must have come of it where every lane is. */
  public Expected expectedInItsLane(TrueVehicle truth) {
    return rule(truth).expectedInItsLane(truth);
  }

  private Rule rule(TrueVehicle truth) {
    Rule rule = rules.get(truth.id());
    if (rule == null) {
      throw new IllegalArgumentException("vehicle " + truth.id() + " is not in this play");
    }
    return rule;
  }
}
