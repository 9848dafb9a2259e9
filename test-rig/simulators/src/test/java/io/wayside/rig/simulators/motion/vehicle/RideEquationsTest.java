// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Free decay, energy and step size of the equations of motion. */
class RideEquationsTest {
  private static final double[] FLAT = {0};
  private static final Map<String, Suspension> KINDS =
      Map.of(
          "steer leaf", Suspension.STEER_LEAF,
          "drive leaf", Suspension.DRIVE_LEAF,
          "drive air", Suspension.DRIVE_AIR,
          "trailer leaf", Suspension.TRAILER_LEAF,
          "trailer air", Suspension.TRAILER_AIR,
          "car", Suspension.CAR);

  @ParameterizedTest
  @CsvSource({
    "steer leaf, 6500, 1.29, 0.11",
    "drive leaf, 10000, 1.49, 0.11",
    "drive air, 10000, 1.22, 0.22",
    "trailer leaf, 8000, 1.85, 0.06",
    "trailer air, 8000, 1.25, 0.20",
    "car, 730, 1.33, 0.22",
  })
  void bodyBounceHasTheFrequencyAndDampingOfTheTable(
      String kind, double kg, double bounceHz, double damping) {
    Springs springs = springs(kind, kg);
    // pushed down as a whole, the body swings in its lower mode almost alone
    double wheelPart = springs.springNPerM() / (springs.springNPerM() + springs.tyreNPerM());
    List<Double> bounce = decay(springs, -0.01, -0.01 * wheelPart, 8, true);

    double[] found = frequencyAndDamping(bounce);
    // what a decay shows is the damped frequency, f sqrt(1 - z2)
    double undamped = found[0] / Math.sqrt(1 - found[1] * found[1]);
    assertThat(undamped).isCloseTo(bounceHz, within(0.04 * bounceHz));
    assertThat(found[1]).isCloseTo(damping, within(0.025));
  }

  @ParameterizedTest
  @CsvSource({
    "steer leaf, 6500, 9.4",
    "drive leaf, 10000, 10.0",
    "drive air, 10000, 9.4",
    "trailer leaf, 8000, 12.1",
    "trailer air, 8000, 10.7",
    "car, 730, 11.8",
  })
  void wheelHopHasTheFrequencyOfTheTable(String kind, double kg, double hopHz) {
    Springs springs = springs(kind, kg);
    // damping pulls the damped frequency down; the table's is that of the undamped wheel
    Springs light =
        new Springs(
            springs.sprungKg(),
            springs.unsprungKg(),
            springs.springNPerM(),
            springs.tyreNPerM(),
            springs.damperNsPerM() * 0.1,
            0);
    double[] found = frequencyAndDamping(decay(light, 0, 0.002, 1, false));
    assertThat(found[0]).isCloseTo(hopHz, within(0.05 * hopHz));
  }

  @Test
  void withoutDampersNoEnergyIsLost() {
    Springs springs = new Springs(5900, 600, 0.5e6, 1.6e6, 0, 0);
    RideEquations ride = single(springs);
    ride.place(0, 0.01, 0);
    double before = energy(springs, ride, ride.mountM(0), ride.wheelM(0), 0, 0);
    double mount = ride.mountM(0);
    double wheel = ride.wheelM(0);
    double after = 0;
    double dt = Ride.STEP_S;
    for (int i = 0; i < 20_000; i++) {
      double m0 = ride.mountM(0);
      double w0 = ride.wheelM(0);
      ride.step(dt, FLAT, FLAT, FLAT, 0);
      mount = (m0 + ride.mountM(0)) / 2;
      wheel = (w0 + ride.wheelM(0)) / 2;
      after =
          energy(
              springs, ride, mount, wheel, (ride.mountM(0) - m0) / dt, (ride.wheelM(0) - w0) / dt);
    }
    assertThat(after).isCloseTo(before, within(0.005 * before));
  }

  private static double energy(
      Springs s, RideEquations ride, double mount, double wheel, double mountMps, double wheelMps) {
    assertThat(ride.tyreN(0, 0)).isPositive();
    return (s.springNPerM() * Math.pow(wheel - mount, 2)
            + s.tyreNPerM() * wheel * wheel
            + s.sprungKg() * mountMps * mountMps
            + s.unsprungKg() * wheelMps * wheelMps)
        / 2;
  }

  @Test
  void leavesStopABounceThatDampersAloneWouldNot() {
    Springs sliding = new Springs(8900, 1100, 1.0e6, 3.4e6, 0, 0.1);
    List<Double> withLeaves = decay(sliding, -0.03, -0.007, 4, true);
    List<Double> without = decay(sliding.frictionless(), -0.03, -0.007, 4, true);
    assertThat(lastSwing(withLeaves)).isLessThan(0.5 * lastSwing(without));
  }

  @Test
  void aWheelInTheAirPressesNothing() {
    RideEquations ride = single(Suspension.STEER_LEAF.rated());
    ride.place(0, 0.2, 0.2);
    assertThat(ride.tyreN(0, 0)).isZero();
    // nothing holds it any more against its weight and the spring that presses it down
    double downMps2 =
        Suspension.STEER_LEAF.rated().staticN() / Suspension.STEER_LEAF.rated().unsprungKg();
    for (int i = 0; i < 5; i++) {
      ride.step(1e-3, FLAT, FLAT, FLAT, 0);
    }
    double fall = downMps2 * 0.005 * 0.005 / 2;
    assertThat(0.2 - ride.wheelM(0)).isCloseTo(fall, within(0.1 * fall));
  }

  @Test
  void atRestNothingMoves() {
    RideEquations ride = single(Suspension.DRIVE_LEAF.rated());
    for (int i = 0; i < 1000; i++) {
      ride.step(1e-3, FLAT, FLAT, FLAT, 0);
    }
    assertThat(ride.tyreN(0, 0)).isEqualTo(Suspension.DRIVE_LEAF.rated().staticN());
  }

  private static Springs springs(String kind, double kg) {
    return KINDS.get(kind).carrying(kg, kg).frictionless();
  }

  private static RideEquations single(Springs springs) {
    Tyres tyres = new Tyres(2, 0.25, false, 0.2, Pressure.PARABOLIC);
    return new RideEquations(Vehicle.ofQuarterCars(List.of(new Axle(0, springs, tyres, 0.5))));
  }

  private static List<Double> decay(
      Springs springs, double mountM, double wheelM, double seconds, boolean mount) {
    RideEquations ride = single(springs);
    ride.place(0, mountM, wheelM);
    List<Double> places = new ArrayList<>();
    for (int i = 0; i < seconds / 1e-3; i++) {
      places.add(mount ? ride.mountM(0) : ride.wheelM(0));
      ride.step(1e-3, FLAT, FLAT, FLAT, 0);
    }
    return places;
  }

  /** From the first two maxima above rest after the beginning. */
  private static double[] frequencyAndDamping(List<Double> places) {
    List<Integer> peaks = new ArrayList<>();
    for (int i = 1; i + 1 < places.size() && peaks.size() < 2; i++) {
      double here = places.get(i);
      if (here > 0 && here >= places.get(i - 1) && here > places.get(i + 1)) {
        peaks.add(i);
      }
    }
    double period = (peaks.get(1) - peaks.get(0)) * 1e-3;
    double decrement = Math.log(places.get(peaks.get(0)) / places.get(peaks.get(1)));
    double damping = decrement / Math.hypot(2 * Math.PI, decrement);
    return new double[] {1 / period, damping};
  }

  private static double lastSwing(List<Double> places) {
    return places.subList(places.size() - 1000, places.size()).stream()
        .mapToDouble(Math::abs)
        .max()
        .orElseThrow();
  }
}
