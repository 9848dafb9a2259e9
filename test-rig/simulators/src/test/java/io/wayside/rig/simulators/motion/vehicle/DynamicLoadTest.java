// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.rig.simulators.motion.road.RoadProfile;
import io.wayside.rig.simulators.motion.road.RoadSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dynamic load coefficient (RMS over static) of each set against the table of the literature. */
class DynamicLoadTest {
  private static final Map<String, Springs> SETS =
      Map.of(
          "steer leaf", Suspension.STEER_LEAF.rated(),
          "drive leaf", Suspension.DRIVE_LEAF.rated(),
          "drive air", Suspension.DRIVE_AIR.rated(),
          "trailer leaf", Suspension.TRAILER_LEAF.rated(),
          "trailer air", Suspension.TRAILER_AIR.rated(),
          "empty trailer", Suspension.TRAILER_LEAF.carrying(8000, 2200),
          "car", Suspension.CAR.rated());

  /** The lightly damped trailer needs more road than 800 m for its RMS to settle. */
  private static final double TOLERANCE = 0.15;

  @ParameterizedTest
  @CsvSource({
    "steer leaf,    1.0, 2.6, 3.7",
    "drive leaf,    1.3, 3.3, 4.9",
    "drive air,     0.9, 2.7, 4.0",
    "trailer leaf,  2.3, 5.3, 7.6",
    "trailer air,   0.9, 2.9, 4.4",
    "empty trailer, 2.6, 11,  17",
    "car,           1.0, 3.7, 5.6",
  })
  void frictionlessSetsMoveTheirLoadAsTheTableSays(
      String set, double at10, double at40, double at80) {
    Springs springs = SETS.get(set).frictionless();
    assertThat(percent(springs, RoadSpec.A, 10)).isCloseTo(at10, within(0.05 + TOLERANCE * at10));
    assertThat(percent(springs, RoadSpec.A, 40)).isCloseTo(at40, within(0.05 + TOLERANCE * at40));
    assertThat(percent(springs, RoadSpec.A, 80)).isCloseTo(at80, within(0.05 + TOLERANCE * at80));
  }

  @Test
  void aRoadFourTimesAsRoughInPowerMovesTheLoadTwiceAsMuch() {
    Springs springs = Suspension.TRAILER_AIR.rated();
    assertThat(percent(springs, RoadSpec.B, 80))
        .isCloseTo(2 * percent(springs, RoadSpec.A, 80), within(0.05));
  }

  @Test
  void leavesLockOnASmoothRoadAndDampOnARoughOne() {
    Springs leaves = Suspension.TRAILER_LEAF.rated();
    Springs sliding = leaves.frictionless();
    assertThat(percent(leaves, RoadSpec.SITE_CLASS_I, 80))
        .isGreaterThan(percent(sliding, RoadSpec.SITE_CLASS_I, 80));
    assertThat(percent(leaves, RoadSpec.C, 80)).isLessThan(percent(sliding, RoadSpec.C, 80));
  }

  @ParameterizedTest
  @CsvSource({"0.5e-3, 0.005", "2e-3, 0.02"})
  void theStepIsSmallEnough(double stepS, double toleranceOfRms) {
    Springs leaves = Suspension.DRIVE_LEAF.rated();
    Ride coarse = ride(leaves, RoadSpec.B, 80, 1, Ride.STEP_S);
    Ride other = ride(leaves, RoadSpec.B, 80, 1, stepS);
    double square = 0;
    double difference = 0;
    for (double t = 10; t < 20; t += 0.004) {
      double a = coarse.axleN(0, true, t) - leaves.staticN();
      double b = other.axleN(0, true, t) - leaves.staticN();
      square += a * a;
      difference += (a - b) * (a - b);
    }
    assertThat(Math.sqrt(difference / square)).isLessThan(toleranceOfRms);
  }

  private static double percent(Springs springs, RoadSpec road, double kmh) {
    double square = 0;
    int count = 0;
    for (int seed = 1; seed <= 4; seed++) {
      Ride ride = ride(springs, road, kmh, seed, Ride.STEP_S);
      for (double t = 10; t < 10 + lasting(kmh); t += 0.005) {
        double deviation = ride.axleN(0, true, t) / springs.staticN() - 1;
        square += deviation * deviation;
        count++;
      }
    }
    return 100 * Math.sqrt(square / count);
  }

  private static double lasting(double kmh) {
    return RoadProfile.PERIOD_M / (kmh / 3.6);
  }

  private static Ride ride(Springs springs, RoadSpec spec, double kmh, long seed, double stepS) {
    RoadProfile road = RoadProfile.of(spec, seed);
    Tyres tyres = new Tyres(2, 0.25, false, 0.2, Pressure.PARABOLIC);
    Vehicle vehicle = Vehicle.ofQuarterCars(List.of(new Axle(0, springs, tyres, 0.5)));
    Drive drive = Drive.steady(0, 0, kmh / 3.6);
    double end = 10 + Math.max(10, lasting(kmh));
    return Ride.over(road, vehicle, drive, new double[] {0, 10, end}, stepS);
  }
}
