// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.GarbledData;
import io.wayside.rig.simulators.motion.MotionChannel;
import io.wayside.rig.simulators.motion.MotionScene;
import io.wayside.rig.simulators.motion.Scenario;
import io.wayside.rig.simulators.motion.Scenarios;
import io.wayside.rig.simulators.motion.TrueVehicle;
import io.wayside.rig.simulators.motion.traffic.TrafficPlan;
import io.wayside.weighing.motion.MotionFlags;
import io.wayside.weighing.motion.MotionVehicle;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bumper to bumper at walking pace: the loops are never free for minutes. */
class SimulatedQueueTest {

  private static final int VEHICLES = 60;

  private static MotionScene scene(long seed) {
    Scenario usual = Scenarios.named("platform-3m-low-speed");
    TrafficPlan plan = usual.traffic();
    return usual
        .with(
            new TrafficPlan(
                plan.mix(),
                plan.loading(),
                new TrafficPlan.Speed(4, 1, 2, 6),
                new TrafficPlan.Spacing(2, 6, 0),
                plan.position(),
                List.of()))
        .scene(seed);
  }

  @Test
  void inAQueueNobodyIsLostAndWhoMayBeHalfAVehicleSaysSo() throws GarbledData {
    MotionScene scene = scene(1);
    PlatformWeighing weighing =
        new PlatformWeighing(
            SimulatedTrafficTest.instrument(scene, 3, 25, false, SimulatedTrafficTest.LOOPS),
            scene.channels().stream().map(MotionChannel::name).toList());
    List<MotionVehicle> found = new ArrayList<>();
    List<TrueVehicle> truth =
        SimulatedTrafficTest.play(
            scene,
            VEHICLES,
            edges ->
                edges.forEach(
                    edge ->
                        weighing.contact(
                            edge.contact(), edge.closed(), Math.round(edge.timeS() * 1e9))),
            block -> weighing.samples(block, found::add));
    weighing.finish(found::add);
    int clean = 0;
    for (TrueVehicle real : truth) {
      List<MotionVehicle> its = found.stream().filter(each -> isOf(each, real)).toList();
      assertThat(its).as("vehicle %s has a record", real.number()).isNotEmpty();
      MotionVehicle first = its.get(0);
      if (MotionFlags.disqualifying(first.flags()).isEmpty()) {
        clean++;
        assertThat(first.axles()).as("vehicle %s", real.number()).hasSize(real.axles().size());
        assertThat(Math.abs(first.grossN() / real.grossN() - 1)).isLessThan(0.01);
      }
    }
    // Two vehicles at each seam are doubted, and a seam comes every minute and a half.
    assertThat(clean).isGreaterThan(VEHICLES / 2);
    assertThat(found)
        .anySatisfy(v -> assertThat(v.flags().has(MotionFlags.POSSIBLE_SPLIT)).isTrue());
  }

  /** Whether an axle of what was weighed came while the axles of the true one did. */
  private static boolean isOf(MotionVehicle weighed, TrueVehicle real) {
    double from = real.axles().get(0).lineTimesS().get(0) - 1;
    double to = real.axles().get(real.axles().size() - 1).lineTimesS().get(0) + 1;
    return weighed.axles().stream()
        .anyMatch(axle -> axle.atNanos() / 1e9 > from && axle.atNanos() / 1e9 < to);
  }
}
