// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion;

import io.wayside.rig.simulators.motion.traffic.Arrival;
import io.wayside.rig.simulators.motion.traffic.Lanes;
import io.wayside.rig.simulators.motion.traffic.Stage;
import io.wayside.rig.simulators.motion.traffic.TrafficPlan;
import io.wayside.rig.simulators.motion.traffic.TrafficStream;
import java.util.Iterator;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A site with the traffic on it, by name.
 *
 * @param name by which it is asked for
 * @param description one line for people
 * @param site the lane
 * @param traffic of the lane
 * @param neighbour traffic of the lane beside it, where it matters
 */
public record Scenario(
    String name,
    String description,
    MotionSite site,
    TrafficPlan traffic,
    Optional<TrafficPlan> neighbour) {
  /** The scene with all its chances settled by the seed: road, sensors, noise, vehicles. */
  public MotionScene scene(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Stage stage = new Stage(site.fromM(), site.toM(), site.referenceM());
    long scene = random.nextLong();
    Iterator<Arrival> own = new TrafficStream(traffic, stage, false, random.nextLong());
    long beside = random.nextLong();
    Iterator<Arrival> all =
        neighbour
            .<Iterator<Arrival>>map(
                plan -> new Lanes(own, new TrafficStream(plan, stage, true, beside), stage))
            .orElse(own);
    return new MotionScene(site, all, scene);
  }

  /** The road, sensors and noise of the scene of that seed, with other vehicles on them. */
  public MotionScene scene(long seed, Iterator<Arrival> vehicles) {
    return new MotionScene(site, vehicles, new SplittableRandom(seed).nextLong());
  }

  /** The same site with other traffic. */
  public Scenario with(TrafficPlan otherTraffic) {
    return new Scenario(name, description, site, otherTraffic, neighbour);
  }

  /** The same traffic on another site. */
  public Scenario at(MotionSite otherSite) {
    return new Scenario(name, description, otherSite, traffic, neighbour);
  }
}
