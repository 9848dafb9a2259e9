// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.weighlane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.rig.simulators.weighlane.LaneEvent.AxleSettled;
import io.wayside.rig.simulators.weighlane.LaneEvent.VehicleLeft;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class IrregularVehicleTest {

  private static final long STEP_NANOS = 10_000_000;

  private final List<LaneEvent> events = new ArrayList<>();

  private double[] run(double share, Manoeuvre manoeuvre) {
    LaneSettings settings =
        LaneSettings.orderly().withoutDisturbance().withIrregular(share, manoeuvre);
    WeighLane lane = new WeighLane(20, settings, events::add);
    double[] loadKg = new double[180_000];
    Arrays.setAll(loadKg, i -> lane.massKgAt(i * STEP_NANOS));
    return loadKg;
  }

  private List<AxleSettled> settled() {
    return events.stream()
        .filter(AxleSettled.class::isInstance)
        .map(AxleSettled.class::cast)
        .toList();
  }

  private List<Vehicle> left() {
    return events.stream()
        .filter(VehicleLeft.class::isInstance)
        .map(event -> ((VehicleLeft) event).vehicle())
        .toList();
  }

  @Test
  void aVehicleThatNeverStandsStillNeverSettlesAndNeverShowsTheSameLoadForASecond() {
    double[] loadKg = run(1, Manoeuvre.NEVER_STANDS_STILL);
    assertThat(left()).hasSizeGreaterThan(50);
    assertThat(settled()).isEmpty();
    for (int i = 0; i + 100 < loadKg.length; i += 20) {
      double[] second = Arrays.copyOfRange(loadKg, i, i + 100);
      double least = Arrays.stream(second).min().orElseThrow();
      double most = Arrays.stream(second).max().orElseThrow();
      if (least > 500) {
        assertThat(most - least).as("at " + i / 100.0 + " s").isGreaterThan(0.01 * least);
      }
    }
  }

  @Test
  void aVehicleThatDrivesBackShowsItsFirstAxleAgainAndNoneBehindTheSecond() {
    run(1, Manoeuvre.DRIVES_BACK);
    for (Vehicle vehicle : left()) {
      assertThat(settled().stream().filter(s -> s.vehicleNumber() == vehicle.number()))
          .extracting(AxleSettled::axle)
          .containsExactly(1, 2, 1);
    }
  }

  @Test
  void aTooLightAxleIsOneBehindTheFirst() {
    run(1, Manoeuvre.AXLE_TOO_LIGHT);
    assertThat(left())
        .allSatisfy(
            vehicle -> {
              assertThat(vehicle.axleKg().get(0)).isGreaterThan(1000);
              assertThat(vehicle.axleKg().stream().filter(kg -> kg <= 150)).hasSize(1);
            });
  }

  @Test
  void anAxlePartlyOnRestsWithLessThanItsMassWhileTheTruthKeepsItsMass() {
    run(1, Manoeuvre.AXLE_PARTLY_ON);
    for (Vehicle vehicle : left()) {
      List<AxleSettled> axles =
          settled().stream().filter(s -> s.vehicleNumber() == vehicle.number()).toList();
      assertThat(axles.stream().filter(s -> s.onPlatformKg() < 0.81 * s.axleKg())).hasSize(1);
      assertThat(axles.stream().mapToInt(AxleSettled::axleKg).sum()).isEqualTo(vehicle.grossKg());
    }
  }

  @Test
  void theAskedShareOfVehiclesIsIrregular() {
    run(0.3, Manoeuvre.AXLE_PARTLY_ON);
    long irregular = left().stream().filter(v -> v.manoeuvre() == Manoeuvre.AXLE_PARTLY_ON).count();
    assertThat((double) irregular / left().size()).isBetween(0.15, 0.45);
  }

  @Test
  void refusesAShareWithoutManoeuvres() {
    assertThatThrownBy(() -> LaneSettings.orderly().withIrregular(0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no manoeuvre");
  }
}
