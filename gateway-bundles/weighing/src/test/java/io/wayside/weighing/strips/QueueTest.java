// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.weighing.lane.LaneJudge;
import io.wayside.weighing.motion.MotionAxle;
import io.wayside.weighing.motion.MotionFlags;
import io.wayside.weighing.motion.MotionVehicle;
import io.wayside.weighing.strips.Road.Vehicle;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Vehicles that creep and stop over the lines are told, each once, weighed or not. */
class QueueTest {

  private static final double HERTZ = 2_000;
  private static final double MPS = 4;

  private static Road road(Vehicle... vehicles) {
    return new Road(Road.straight(StripWeighingTest.FOUR, Road.LOOP), HERTZ, 60).drive(vehicles);
  }

  /** Everything stands still from that moment on for some seconds. */
  private static Road stands(Road road, double fromS, double seconds) {
    int from = (int) (fromS * HERTZ);
    int held = (int) (seconds * HERTZ);
    for (String name : road.channels) {
      double[] channel = road.channel(name);
      double[] moved = channel.clone();
      Arrays.fill(channel, from, from + held, moved[from]);
      System.arraycopy(moved, from, channel, from + held, channel.length - from - held);
    }
    return road;
  }

  private static List<MotionVehicle> weigh(Road road) {
    return road.noise(0.003, 2).weigh();
  }

  @Test
  void aVehicleThatStopsBetweenTheLinesIsToldWithItsAxlesAndNotWeighed() {
    int checked = 0;
    for (double at = 5.9; at < 9; at += 0.35) {
      Road road = stands(road(new Vehicle(6, MPS, 0, StripWeighingTest.semi())), at, 7);
      List<MotionVehicle> found = weigh(road);
      assertThat(found).as("stops at %s s", at).hasSize(1);
      MotionVehicle vehicle = found.get(0);
      if (vehicle.flags().has(MotionFlags.NOT_WEIGHED)) {
        checked++;
        assertThat(vehicle.axles()).as("stops at %s s", at).hasSize(5);
        assertThat(vehicle.flags().has(MotionFlags.STOPPED_ON_SENSOR)).isTrue();
        assertThat(vehicle.axles())
            .allMatch(axle -> axle.loadN() == 0 && axle.uncertaintyN() > 200_000);
        assertThat(vehicle.axles()).extracting(MotionAxle::atNanos).isSorted();
      }
    }
    assertThat(checked).isGreaterThan(3);
  }

  @Test
  void vehiclesThatFollowEachOtherAfterAStopStayApart() {
    Road road =
        road(
            new Vehicle(6, MPS, 0, StripWeighingTest.semi()),
            new Vehicle(6 + 24 / MPS, MPS, 0, StripWeighingTest.car()),
            new Vehicle(6 + 33 / MPS, MPS, 0, StripWeighingTest.semi()));
    List<MotionVehicle> found = weigh(stands(road, 11.6, 5));
    assertThat(found).extracting(vehicle -> vehicle.axles().size()).containsExactly(5, 2, 5);
  }

  @Test
  void aSteadyCreepIsWeighed() {
    MotionVehicle vehicle = weigh(road(new Vehicle(6, MPS, 0, StripWeighingTest.semi()))).get(0);
    double truth = new Vehicle(6, MPS, 0, StripWeighingTest.semi()).grossN();
    assertThat(vehicle.grossN() / truth).isBetween(0.99, 1.01);
    assertThat(vehicle.flags().has(MotionFlags.NOT_WEIGHED)).isFalse();
  }

  @Test
  void whatWasNotWeighedCanBeJudgedAndIsUndecided() {
    Road road = stands(road(new Vehicle(6, MPS, 0, StripWeighingTest.semi())), 7.2, 7);
    MotionVehicle vehicle = weigh(road).get(0);
    assertThat(vehicle.flags().has(MotionFlags.NOT_WEIGHED)).isTrue();
    LaneJudge.Opinion opinion =
        new LaneJudge(Optional.empty(), Optional.empty())
            .judge(vehicle, vehicle.flags(), LocalDate.of(2026, 8, 1));
    assertThat(opinion.withinAllLimits()).isFalse();
  }
}
