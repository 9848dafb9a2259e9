// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.rig.simulators.motion.Scenario;
import io.wayside.rig.simulators.motion.traffic.Arrival;
import io.wayside.rig.simulators.motion.traffic.Fleet;
import io.wayside.rig.simulators.motion.traffic.TrafficPlan;
import io.wayside.rig.simulators.motion.vehicle.Drive;
import io.wayside.rig.simulators.motion.vehicle.Passage;
import io.wayside.rig.simulators.motion.vehicle.Vehicle;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Trucks that were weighed at rest and drive over the site again and again, each at three speeds of
 * the traffic, one after the other with nobody else on the road.
 */
final class KnownTrucks {

  static final int TRUCKS = 4;

  /** Where in the traffic's range of speeds the runs lie. */
  private static final double[] LEVELS = {0.15, 0.5, 0.85};

  private static final double SPEED_SPREAD = 0.03;
  private static final double LATERAL_SPREAD_M = 0.1;
  private static final double APART_S = 4;
  private static final double KMH_PER_MPS = 3.6;

  private final Scenario scenario;
  private final SplittableRandom random;
  private double freeAtS = APART_S;

  private KnownTrucks(Scenario scenario, long seed) {
    this.scenario = scenario;
    this.random = new SplittableRandom(seed ^ 0x5eed_ca11);
  }

  static List<Arrival> runs(Scenario scenario, int runsOfEach, long seed) {
    return new KnownTrucks(scenario, seed).runs(runsOfEach);
  }

  private List<Arrival> runs(int ofEach) {
    List<Vehicle> trucks =
        List.of(
            Fleet.TRUCK_2.vehicle(1, random.nextLong()),
            Fleet.TRUCK_3.vehicle(0.6, random.nextLong()),
            Fleet.SEMI_5.vehicle(1, random.nextLong()),
            Fleet.SEMI_6.vehicle(0.8, random.nextLong()));
    List<Arrival> runs = new ArrayList<>();
    for (int run = 0; run < ofEach; run++) {
      for (Vehicle truck : trucks) {
        runs.add(run(truck, LEVELS[run % LEVELS.length]));
      }
    }
    return runs;
  }

  private Arrival run(Vehicle truck, double level) {
    TrafficPlan.Speed range = scenario.traffic().speed();
    double kmh = range.leastKmh() + level * (range.mostKmh() - range.leastKmh());
    double speed = kmh * (1 + SPEED_SPREAD * normal()) / KMH_PER_MPS;
    double from = scenario.site().fromM();
    double to = scenario.site().toM();
    Drive drive = Drive.steady(0, from, speed);
    Drive timed = drive.later(freeAtS - Passage.presence(truck, drive, from, to).fromS());
    freeAtS = Passage.presence(truck, timed, from, to).toS() + APART_S;
    return new Arrival(truck, timed, LATERAL_SPREAD_M * normal(), "steady", false);
  }

  private double normal() {
    return Math.max(-2, Math.min(2, random.nextGaussian()));
  }

  /** The same as a scene takes them. */
  static Iterator<Arrival> traffic(Scenario scenario, int runsOfEach, long seed) {
    return runs(scenario, runsOfEach, seed).iterator();
  }
}
