// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.weighing.motion.MotionFlags;
import io.wayside.weighing.motion.MotionVehicle;
import io.wayside.weighing.strips.Road.Axle;
import io.wayside.weighing.strips.Road.Vehicle;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class StripWeighingTest {

  static final double[] FOUR = {0, 2.6, 6.1, 9};

  static List<Axle> semi() {
    return List.of(
        Axle.of(0, 62_000),
        Axle.of(3.7, 98_000),
        Axle.of(9.3, 70_000),
        Axle.of(10.6, 71_000),
        Axle.of(11.9, 72_000));
  }

  static List<Axle> car() {
    return List.of(Axle.of(0, 7_500), Axle.of(2.7, 6_500));
  }

  @Test
  void weighsWhatRolledOver() {
    Road road = new Road(Road.straight(FOUR, ""), 10_000, 6);
    Vehicle truck = new Vehicle(1.5, 22, 0, semi());
    road.drive(truck).noise(0.005, 1);
    List<MotionVehicle> found = road.weigh();
    assertThat(found).hasSize(1);
    MotionVehicle vehicle = found.get(0);
    assertThat(vehicle.flags().all()).isEmpty();
    assertThat(vehicle.axles()).hasSize(5);
    assertThat(vehicle.grossN()).isCloseTo(truck.grossN(), Percentage.withPercentage(0.1));
    assertThat(vehicle.axles().get(1).loadN()).isCloseTo(98_000, Percentage.withPercentage(0.3));
    assertThat(vehicle.speedMps()).isCloseTo(22, within(0.01));
    assertThat(vehicle.spacingsM().get(2)).isCloseTo(1.3, within(0.01));
    assertThat(vehicle.groups()).hasSize(3);
    assertThat(vehicle.axles().get(0).atNanos()).isCloseTo(6_500_000_000L, within(50_000L));
    assertThat(vehicle.flags().has(MotionFlags.UNCALIBRATED)).isFalse();
  }

  @Test
  void weighsACarAndATruckBehindIt() {
    Road road = new Road(Road.straight(FOUR, ""), 10_000, 8);
    road.drive(
            new Vehicle(1.5, 25, 0, car()),
            new Vehicle(2.6, 22, 0, semi()),
            new Vehicle(4.4, 24, 0, car()))
        .noise(0.005, 2);
    assertThat(road.weigh()).extracting(vehicle -> vehicle.axles().size()).containsExactly(2, 5, 2);
  }
}
