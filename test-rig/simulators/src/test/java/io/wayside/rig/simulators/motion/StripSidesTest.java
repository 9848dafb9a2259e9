// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.rig.simulators.motion.road.RoadSpec;
import io.wayside.rig.simulators.motion.sensor.Climate;
import io.wayside.rig.simulators.motion.sensor.Electronics;
import io.wayside.rig.simulators.motion.sensor.StripLine;
import io.wayside.rig.simulators.motion.traffic.Arrival;
import io.wayside.rig.simulators.motion.vehicle.Axle;
import io.wayside.rig.simulators.motion.vehicle.Body;
import io.wayside.rig.simulators.motion.vehicle.Drive;
import io.wayside.rig.simulators.motion.vehicle.Pressure;
import io.wayside.rig.simulators.motion.vehicle.Suspension;
import io.wayside.rig.simulators.motion.vehicle.Tyres;
import io.wayside.rig.simulators.motion.vehicle.Vehicle;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lies where across the lane. */
class StripSidesTest {
  private static final StripLine LINE = StripLine.halves("q", 0, 0.05, Electronics.ideal(1));
  private static final Vehicle TRUCK = Scenes.truck(0.25, Pressure.PARABOLIC);
  private static final double SPEED_MPS = 20;

  /** Load of the whole vehicle on each channel by the area method. */
  private static double[] loads(StripLine line, Vehicle vehicle, double lateralM) {
    Arrival arrival =
        new Arrival(vehicle, Drive.steady(2, 0, SPEED_MPS), lateralM, "steady", false);
    double[][] samples = Scenes.scene(Scenes.site(RoadSpec.SMOOTH, line), arrival).next(40_000);
    double[] loads = new double[samples.length];
    for (int i = 0; i < loads.length; i++) {
      loads[i] = Scenes.sum(samples[i]) * SPEED_MPS / Scenes.RATE_HZ * line.newtonsPerUnitMetre(1);
    }
    return loads;
  }

  private static double leftN() {
    return TRUCK.axles().stream().mapToDouble(Axle::leftN).sum();
  }

  @Test
  void aVehicleBesideTheMiddleLosesTheWheelsThatMissTheStrips() {
    double[] loads = loads(LINE, TRUCK, 1.25);
    // the left wheels are beyond 1.75 m, the right ones a little left of the middle
    assertThat(loads[0]).isCloseTo(TRUCK.staticN() - leftN(), within(10.0));
    assertThat(loads[1]).isCloseTo(0, within(10.0));
  }

  @Test
  void aTyreHalfOnTheStripGivesHalf() {
    // the steering wheels' middle comes to the very end of the left half
    Vehicle steering =
        new Vehicle("axle", "1", List.of(TRUCK.axles().get(0)), List.of(), 1, 1, 1, 0);
    double[] loads = loads(LINE, steering, 0.75);
    assertThat(loads[0]).isCloseTo(TRUCK.axles().get(0).leftN() / 2, within(10.0));
  }

  @Test
  void aMotorcycleIsOnOneSideOnly() {
    Tyres tyres = new Tyres(0, 0.09, false, 0.12, Pressure.PARABOLIC);
    Axle front = new Axle(0, Suspension.MOTORCYCLE.carrying(90, 75), tyres, 1);
    Axle rear = new Axle(1.27, Suspension.MOTORCYCLE.carrying(190, 105), tyres, 1);
    Vehicle motorcycle =
        new Vehicle(
            "motorcycle",
            "2",
            List.of(front, rear),
            List.of(Body.rigid(2, 0, 0.8)),
            0.3,
            0.4,
            0.25,
            0);
    double[] loads = loads(LINE, motorcycle, -0.5);
    assertThat(loads[0]).isZero();
    assertThat(loads[1]).isCloseTo(180 * 9.80665, within(1.0));
  }

  @ParameterizedTest
  @CsvSource({"0.0", "0.3", "-0.4"})
  void anAngledStripSeesTheLeftWheelLaterByItsSlope(double lateralM) {
    StripLine angled = LINE.angled(45);
    Vehicle steering =
        new Vehicle("axle", "1", List.of(TRUCK.axles().get(0)), List.of(), 1, 1, 1, 0);
    Arrival arrival =
        new Arrival(steering, Drive.steady(2, 0, SPEED_MPS), lateralM, "steady", false);
    double[][] samples = Scenes.scene(Scenes.site(RoadSpec.SMOOTH, angled), arrival).next(40_000);
    double left = (centre(samples[0]) / Scenes.RATE_HZ - 2) * SPEED_MPS;
    double right = (centre(samples[1]) / Scenes.RATE_HZ - 2) * SPEED_MPS;
    assertThat(left).isCloseTo(1.0 + lateralM, within(0.01));
    assertThat(right).isCloseTo(-1.0 + lateralM, within(0.01));
  }

  private static double centre(double[] samples) {
    double moment = 0;
    for (int i = 0; i < samples.length; i++) {
      moment += i * samples[i];
    }
    return moment / Scenes.sum(samples);
  }

  @Test
  void dualTyresAreLongerOnAnAngledStripThanSingleOnes() {
    StripLine angled = LINE.angled(45);
    assertThat(secondsOver(angled, 1)).isGreaterThan(1.3 * secondsOver(angled, 0));
    assertThat(secondsOver(LINE, 1)).isEqualTo(secondsOver(LINE, 0));
  }

  private static double secondsOver(StripLine line, int axle) {
    Axle one = TRUCK.axles().get(axle);
    Axle first = new Axle(0, one.springs(), one.tyres(), 0.5);
    Vehicle alone = new Vehicle("axle", "1", List.of(first), List.of(), 1, 1, 1, 0);
    Arrival arrival = Arrival.steady(alone, 2, 0, 2);
    double[] left = Scenes.scene(Scenes.site(RoadSpec.SMOOTH, line), arrival).next(60_000)[0];
    int over = 0;
    for (double sample : left) {
      over += sample > 0 ? 1 : 0;
    }
    return over / Scenes.RATE_HZ;
  }

  @Test
  void jitterMovesSamplesNotTheLoad() {
    MotionSite jittery =
        new MotionSite(
            Scenes.RATE_HZ, 20e-6, RoadSpec.SMOOTH, Climate.constant(20), 0, List.of(LINE));
    Arrival arrival = Arrival.steady(TRUCK, 2, 0, SPEED_MPS);
    double[] shaken = Scenes.scene(jittery, arrival).next(40_000)[0];
    double[] still = Scenes.scene(Scenes.site(RoadSpec.SMOOTH, LINE), arrival).next(40_000)[0];
    assertThat(shaken).isNotEqualTo(still);
    assertThat(Scenes.sum(shaken)).isCloseTo(Scenes.sum(still), within(0.01 * Scenes.sum(still)));
  }
}
