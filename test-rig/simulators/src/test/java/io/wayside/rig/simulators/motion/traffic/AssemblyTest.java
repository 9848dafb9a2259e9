// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.rig.simulators.motion.vehicle.Axle;
import io.wayside.rig.simulators.motion.vehicle.Pressure;
import io.wayside.rig.simulators.motion.vehicle.Vehicle;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What makes one vehicle differ from the next of its kind. */
class AssemblyTest {
  @Test
  void theSeedSettlesTheVehicle() {
    Vehicle one = Fleet.SEMI_6.vehicle(1, 5);
    assertThat(Fleet.SEMI_6.vehicle(1, 5)).isEqualTo(one);
    assertThat(Fleet.SEMI_6.vehicle(1, 6)).isNotEqualTo(one);
  }

  @Test
  void noTwoAreAlike() {
    Set<Double> loads = new HashSet<>();
    Set<Double> spacings = new HashSet<>();
    for (long seed = 0; seed < 100; seed++) {
      Vehicle truck = Fleet.TRUCK_3.vehicle(0.8, seed);
      loads.add(truck.staticN());
      spacings.add(truck.axles().get(1).behindM());
    }
    assertThat(loads).hasSize(100);
    // distances are cut at twice their spread, where a few meet
    assertThat(spacings).hasSizeGreaterThan(90);
  }

  @Test
  void sidesAreNearlyButNotQuiteBalanced() {
    double mean = 0;
    double most = 0;
    for (long seed = 0; seed < 400; seed++) {
      for (Axle axle : Fleet.TRUCK_2.vehicle(1, seed).axles()) {
        mean += axle.leftShare() / 800;
        most = Math.max(most, Math.abs(axle.leftShare() - 0.5));
      }
    }
    assertThat(mean).isCloseTo(0.5, within(0.003));
    assertThat(most).isBetween(0.02, 0.08);
  }

  @Test
  void contactsGrowWithTheLoadWithinTheirRange() {
    double motorcycle = contactM(Fleet.MOTORCYCLE.vehicle(0.5, 1));
    double car = contactM(Fleet.CAR_5_SEATS.vehicle(0.5, 1));
    double truck = contactM(Fleet.TRUCK_4.vehicle(1, 1));
    assertThat(motorcycle).isLessThan(car);
    assertThat(car).isLessThan(truck);
    assertThat(car).isBetween(0.15, 0.22);
    assertThat(truck).isBetween(0.24, 0.30);
    assertThat(motorcycle).isGreaterThanOrEqualTo(0.10);
  }

  private static double contactM(Vehicle vehicle) {
    return vehicle.axles().get(0).tyres().contactM();
  }

  @Test
  void heavyTyresPressFlatAndLightOnesRound() {
    assertThat(Fleet.TRUCK_4.vehicle(1, 1).axles().get(0).tyres().pressure())
        .isEqualTo(Pressure.FLATTENED);
    assertThat(Fleet.CAR_5_SEATS.vehicle(1, 1).axles().get(0).tyres().pressure())
        .isEqualTo(Pressure.PARABOLIC);
  }

  @Test
  void leavesHaveFrictionBetweenFiveAndFifteenPercentAndAirHasNone() {
    boolean air = false;
    boolean leaf = false;
    for (long seed = 0; seed < 60; seed++) {
      double share = Fleet.BUS_2.vehicle(0.5, seed).axles().get(1).springs().frictionShare();
      air |= share == 0;
      leaf |= share >= 0.05;
      assertThat(share == 0 || (share >= 0.05 && share <= 0.15)).isTrue();
    }
    assertThat(air && leaf).isTrue();
  }

  @Test
  void drivenAxlesOfTrucksStandOnDualsAndSteeredOnesDoNot() {
    Vehicle truck = Fleet.TRUCK_4.vehicle(1, 1);
    assertThat(truck.axles())
        .extracting(a -> a.tyres().dual())
        .containsExactly(false, false, true, true);
    assertThat(truck.bodies()).hasSize(1);
    assertThat(Fleet.SEMI_5.vehicle(1, 1).bodies()).hasSize(2);
    assertThat(Fleet.TRUCK_TRAILER.vehicle(1, 1).bodies()).noneMatch(b -> b.hinged());
  }

  @Test
  void anOverloadedTruckIsHeavierOnEachAxleGroup() {
    Vehicle full = Fleet.SEMI_6.vehicle(1, 3);
    Vehicle over = Fleet.SEMI_6.vehicle(1.5, 3);
    assertThat(over.staticN()).isGreaterThan(1.25 * full.staticN());
    assertThat(over.axles().get(5).staticN()).isGreaterThan(full.axles().get(5).staticN());
  }
}
