// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.report;

import io.wayside.rig.simulators.motion.MotionScene;
import io.wayside.rig.simulators.motion.MotionSite;
import io.wayside.rig.simulators.motion.Scenario;
import io.wayside.rig.simulators.motion.traffic.Arrival;
import io.wayside.rig.simulators.motion.traffic.Fleet;
import io.wayside.rig.simulators.motion.traffic.Mix;
import io.wayside.rig.simulators.motion.traffic.Stage;
import io.wayside.rig.simulators.motion.traffic.TrafficPlan;
import io.wayside.rig.simulators.motion.traffic.TrafficStream;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Trucks of known loads, slow and fast, one after the other, driven steadily. */
final class KnownVehicles {

  private static final Mix TRUCKS =
      new Mix(List.of())
          .with(Fleet.TRUCK_2, 1)
          .with(Fleet.TRUCK_3, 1)
          .with(Fleet.SEMI_5, 1)
          .with(Fleet.SEMI_6, 1);

  /** Apart enough that none disturbs another, in seconds from tail to nose. */
  private static final TrafficPlan.Spacing APART = new TrafficPlan.Spacing(4, 5, 0);

  private static final long OTHER_THAN_THE_TRAFFIC = 0x5eedL;

  private KnownVehicles() {}

  /** The road and sensors of the scenario's scene of that seed, with known trucks on them. */
  static MotionScene scene(Scenario scenario, long seed, int runs) {
    TrafficPlan plan = scenario.traffic();
    TrafficPlan known =
        new TrafficPlan(
            TRUCKS,
            plan.loading(),
            overTheRange(plan.speed()),
            APART,
            TrafficPlan.Position.IN_LANE,
            List.of());
    MotionSite site = scenario.site();
    Stage stage = new Stage(site.fromM(), site.toM(), site.referenceM());
    Iterator<Arrival> stream =
        new TrafficStream(known, stage, false, seed ^ OTHER_THAN_THE_TRAFFIC);
    List<Arrival> arrivals = IntStream.range(0, runs).mapToObj(i -> stream.next()).toList();
    return new MotionScene(site, arrivals.iterator(), new SplittableRandom(seed).nextLong());
  }

  /** Drivers are told how fast: the ends of the range as often as its middle. */
  private static TrafficPlan.Speed overTheRange(TrafficPlan.Speed traffic) {
    double least = traffic.leastKmh();
    double most = traffic.mostKmh();
    return new TrafficPlan.Speed((least + most) / 2, (most - least) / 2, least, most);
  }
}
