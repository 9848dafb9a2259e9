// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.rig.simulators.motion.road.RoadProfile;
import io.wayside.rig.simulators.motion.road.RoadSpec;
import io.wayside.rig.simulators.motion.vehicle.Axle;
import io.wayside.rig.simulators.motion.vehicle.Drive;
import io.wayside.rig.simulators.motion.vehicle.Ride;
import io.wayside.rig.simulators.motion.vehicle.Vehicle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FleetTest {
  private static final double G = 9.80665;

  static Stream<VehicleKind> kinds() {
    return Fleet.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void eachKindCanBeEmptyFullAndOverloadedAndRide(VehicleKind kind) {
    RoadProfile road = RoadProfile.of(RoadSpec.B, 1);
    SplittableRandom random = new SplittableRandom(3);
    for (double load : new double[] {0, 0, 0, 0.5, 1, 1.6}) {
      Vehicle vehicle = Assembly.of(kind, load, random);
      Ride ride = Ride.over(road, vehicle, Drive.steady(0, 0, 15), 0, 5, 8);
      for (int i = 0; i < vehicle.axles().size(); i++) {
        Axle axle = vehicle.axles().get(i);
        double mean = 0;
        for (int k = 0; k < 300; k++) {
          double force = ride.axleN(i, true, 5 + k * 0.01);
          assertThat(force).isFinite().isNotNegative().isLessThan(6 * axle.staticN());
          mean += force / 300;
        }
        assertThat(mean).isCloseTo(axle.staticN(), within(0.2 * axle.staticN()));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MOTORCYCLE, 2, 280",
    "CAR, 1-1, 1540",
    "BUS_3, 1-2, 22000",
    "TRUCK_2, 1-1, 15400",
    "TRUCK_3, 1-2, 23900",
    "TRUCK_4, 2-2, 29900",
    "SEMI_3, 1-1-1, 25500",
    "SEMI_4, 1-1-2, 33000",
    "SEMI_5, 1-2-2, 40800",
    "SEMI_6, 1-2-3, 47500",
    "TRUCK_TRAILER, 1-2-1-1, 41000",
  })
  void aFullOneHasItsLayoutAndWeight(String name, String layout, double kg) {
    VehicleKind kind = kinds().filter(k -> k.name().equals(name)).findFirst().orElseThrow();
    SplittableRandom random = new SplittableRandom(4);
    double mean = 0;
    for (int i = 0; i < 50; i++) {
      Vehicle vehicle = Assembly.of(kind, 1, random);
      assertThat(vehicle.layout()).isEqualTo(layout);
      assertThat(vehicle.raisedAxles()).isZero();
      mean += vehicle.staticN() / G / 50;
    }
    assertThat(mean).isCloseTo(kg, within(0.03 * kg));
  }

  @Test
  void anEmptySemitrailerSometimesRaisesAnAxleAndWeighsTheSame() {
    SplittableRandom random = new SplittableRandom(6);
    double raised = 0;
    double raisedKg = 0;
    double loweredKg = 0;
    for (int i = 0; i < 400; i++) {
      Vehicle vehicle = Assembly.of(Fleet.SEMI_6, 0, random);
      if (vehicle.raisedAxles() == 1) {
        assertThat(vehicle.layout()).isEqualTo("1-2-2");
        raised++;
        raisedKg += vehicle.staticN() / G;
      } else {
        loweredKg += vehicle.staticN() / G;
      }
    }
    assertThat(raised / 400).isBetween(0.4, 0.6);
    assertThat(raisedKg / raised)
        .isCloseTo(loweredKg / (400 - raised), within(0.01 * raisedKg / raised));
  }

  @Test
  void theMixComesAsWeighted() {
    SplittableRandom random = new SplittableRandom(7);
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < 10_000; i++) {
      counts.merge(Mix.HIGHWAY.draw(random).name(), 1, Integer::sum);
    }
    assertThat(counts.get("CAR")).isBetween(2000, 2400);
    assertThat(counts.get("SEMI_6")).isBetween(780, 1020);
    assertThat(counts).hasSize(Fleet.ALL.size());
    assertThat(Mix.only(Fleet.TRUCK_4).draw(random)).isEqualTo(Fleet.TRUCK_4);
  }

  @Test
  void loadsComeAsPlanned() {
    SplittableRandom random = new SplittableRandom(8);
    int empty = 0;
    int over = 0;
    for (int i = 0; i < 10_000; i++) {
      double load = Loading.USUAL.draw(VehicleKind.Cargo.GOODS, random);
      empty += load == 0 ? 1 : 0;
      over += load >= 1.1 ? 1 : 0;
      assertThat(load).isBetween(0.0, 1.6);
      assertThat(Loading.USUAL.draw(VehicleKind.Cargo.PEOPLE, random)).isBetween(0.0, 1.0);
    }
    assertThat(empty).isBetween(2850, 3150);
    assertThat(over).isBetween(1380, 1620);
  }

  @Test
  void eachMannerEndsBeyondTheSite() {
    Stage stage = new Stage(-4, 14, 0);
    SplittableRandom random = new SplittableRandom(9);
    for (Manner manner : Manner.values()) {
      for (int i = 0; i < 200; i++) {
        double speed = random.nextDouble(1.5, 7);
        Drive drive = manner.drive(speed, stage, 12, random);
        List<Double> out = drive.timesAt(stage.toM() + 20);
        assertThat(out).as(manner.word()).isNotEmpty();
        assertThat(drive.speedMps(out.get(out.size() - 1))).isPositive();
      }
    }
  }

  @Test
  void aReversingDriverRollsBackOnTheSite() {
    SplittableRandom random = new SplittableRandom(10);
    Drive drive = Manner.REVERSE.drive(4, new Stage(-4, 14, 0), 10, random);
    boolean back = false;
    for (double t = 0; t < 60; t += 0.1) {
      back |= drive.speedMps(t) < -0.1;
    }
    assertThat(back).isTrue();
  }
}
