// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.rig.simulators.motion.road.RoadProfile;
import io.wayside.rig.simulators.motion.road.RoadSpec;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Bodies that pitch: load transfer, rest, superposition. */
class ChassisTest {
  private static final Tyres TYRES = new Tyres(2, 0.25, false, 0.2, Pressure.PARABOLIC);
  private static final RoadProfile SMOOTH = RoadProfile.of(RoadSpec.SMOOTH, 1);

  private static Axle axle(double behindM, Suspension suspension, double kg, double friction) {
    Springs springs = suspension.carrying(10_000, kg).withFriction(friction);
    return new Axle(behindM, springs, TYRES, 0.5);
  }

  private static Vehicle truck(double heightM) {
    return vehicle(
        List.of(axle(0, Suspension.DRIVE_AIR, 6000, 0), axle(4.8, Suspension.DRIVE_AIR, 9000, 0)),
        List.of(Body.rigid(2, 0, heightM)));
  }

  private static Vehicle articulated() {
    return vehicle(
        List.of(
            axle(0, Suspension.DRIVE_AIR, 6000, 0),
            axle(3.3, Suspension.DRIVE_AIR, 8500, 0),
            axle(4.65, Suspension.DRIVE_AIR, 8500, 0),
            axle(10.2, Suspension.DRIVE_AIR, 8000, 0),
            axle(11.5, Suspension.DRIVE_AIR, 8000, 0)),
        List.of(Body.tractor(3, 1.1, 5500), Body.semitrailer(2, 3.7, 1.8, 1.25)));
  }

  private static Vehicle vehicle(List<Axle> axles, List<Body> bodies) {
    return new Vehicle("test", "-", axles, bodies, 1, 1, 1, 0);
  }

  /** Braking long enough for the pitch to settle, at 1.5 m/s2 from 20 m/s. */
  private static double[] brakingN(Vehicle vehicle) {
    Drive drive = Drive.steady(0, 0, 20).thenTo(0, 1.5);
    Ride ride = Ride.over(SMOOTH, vehicle, drive, -1, 0, 13);
    return IntStream.range(0, vehicle.axles().size())
        .mapToDouble(i -> ride.axleN(i, true, 12.5))
        .toArray();
  }

  @Test
  void brakingMovesMassTimesDecelerationTimesHeightOverWheelbase() {
    Vehicle truck = truck(1.4);
    double transfer = 15_000 * 1.5 * 1.4 / 4.8;

    double[] braking = brakingN(truck);

    assertThat(braking[0] - truck.axles().get(0).staticN())
        .isCloseTo(transfer, within(0.02 * transfer));
    assertThat(truck.axles().get(1).staticN() - braking[1])
        .isCloseTo(transfer, within(0.02 * transfer));
  }

  @Test
  void brakingAnArticulatedVehicleKeepsItsWeightAndTheMomentsOfBothParts() {
    Vehicle vehicle = articulated();
    double[] braking = brakingN(vehicle);
    double[] more = new double[5];
    for (int i = 0; i < 5; i++) {
      more[i] = braking[i] - vehicle.axles().get(i).staticN();
    }
    assertThat(IntStream.range(0, 5).mapToDouble(i -> more[i]).sum()).isCloseTo(0, within(60.0));
    // the trailer about the ground below the kingpin: m h a - pin force x pin height
    List<Springs> springs = vehicle.axles().stream().map(Axle::springs).toList();
    double pinKg = springs.subList(0, 3).stream().mapToDouble(Springs::sprungKg).sum() - 5500;
    double trailerKg = 16_000 + pinKg;
    double moment = 1.5 * (trailerKg * 1.8 - pinKg * 1.25);
    assertThat(more[3] * (10.2 - 3.7) + more[4] * (11.5 - 3.7))
        .isCloseTo(-moment, within(0.02 * moment));
    assertThat(more[0]).isPositive();
  }

  @Test
  void atRestTheAxlesCarryTheirStaticLoads() {
    for (Vehicle vehicle : List.of(truck(1.4), articulated())) {
      Ride ride = Ride.over(SMOOTH, vehicle, Drive.steady(0, 0, 10), 0, 5, 6);
      for (int i = 0; i < vehicle.axles().size(); i++) {
        double staticN = vehicle.axles().get(i).staticN();
        assertThat(ride.axleN(i, true, 5.5)).isCloseTo(staticN, within(1e-6 * staticN));
      }
    }
  }

  @Test
  void standingOnAnUnevenRoadTheAxlesTogetherCarryTheWeight() {
    RoadProfile rough = RoadProfile.of(RoadSpec.C, 4);
    Vehicle vehicle =
        vehicle(
            List.of(
                axle(0, Suspension.STEER_LEAF, 6000, 0.1),
                axle(4.6, Suspension.DRIVE_LEAF, 8500, 0.1),
                axle(5.95, Suspension.DRIVE_LEAF, 8500, 0.1)),
            List.of(Body.rigid(3, 0, 1.4)));
    Drive drive = Drive.steady(0, 0, 3).thenTo(0, 1);
    Ride ride = Ride.over(rough, vehicle, drive, -5, 10, 30);
    double sum = 0;
    double off = 0;
    for (int i = 0; i < 3; i++) {
      sum += ride.axleN(i, true, 29.9);
      off += Math.abs(ride.axleN(i, true, 29.9) - vehicle.axles().get(i).staticN());
    }
    assertThat(sum).isCloseTo(vehicle.staticN(), within(2e-4 * vehicle.staticN()));
    // but not each its own: uneven ground and leaves that hold keep some of it
    assertThat(off).isGreaterThan(5e-3 * vehicle.staticN());
  }

  @Test
  void deviationsOfLinearAxlesAddUpWithTheRoadsThatCauseThem() {
    Vehicle truck = truck(1.4);
    double[] bump = {0.001, 0};
    double[] other = {0, 0.0007};
    double[] both = {0.001, 0.0007};
    double[] a = response(truck, bump);
    double[] b = response(truck, other);
    double[] ab = response(truck, both);
    for (int i = 0; i < 2; i++) {
      double rest = truck.axles().get(i).staticN();
      assertThat(ab[i] - rest).isCloseTo(a[i] - rest + b[i] - rest, within(1e-6));
    }
  }

  private static double[] response(Vehicle vehicle, double[] road) {
    RideEquations ride = new RideEquations(vehicle);
    for (int i = 0; i < 120; i++) {
      ride.step(1e-3, road, road, road, 0);
    }
    return new double[] {ride.tyreN(0, road[0]), ride.tyreN(1, road[1])};
  }
}
