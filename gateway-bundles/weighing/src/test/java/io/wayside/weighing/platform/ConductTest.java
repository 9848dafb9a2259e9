// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.GarbledData;
import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionFlags;
import io.wayside.weighing.motion.MotionVehicle;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How it was driven: whatever is not a steady passage must show in the flags. */
class ConductTest {

  private static Crossing lorry(long seed) {
    return new Crossing(seed)
        .axle(6000, 0, 0.01, 1.8)
        .axle(9000, 4.4, 0.01, 1.6)
        .axle(8500, 5.75, 0.01, 1.6)
        .speed(2.2);
  }

  @Test
  void steadyDrivingLeavesNoDoubt() throws GarbledData {
    for (int seed = 0; seed < 20; seed++) {
      assertThat(Platforms.weighOne(Platforms.corners(""), lorry(seed)).flags())
          .isEqualTo(Flags.NONE);
    }
  }

  @Test
  void brakingBetweenTheAxlesIsASpeedChange() throws GarbledData {
    Crossing crossing = lorry(1);
    crossing.frontM = t -> t < 4.5 ? 2.4 * (t - 3) : 3.6 + ramp(t - 4.5, 2.4, -0.9, 1.2);
    crossing.lastsS = 25;
    MotionVehicle vehicle = Platforms.weighOne(Platforms.plain(""), crossing);
    assertThat(Platforms.flags(vehicle)).contains(MotionFlags.SPEED_CHANGE);
    assertThat(vehicle.accelerationMps2()).isNegative();
  }

  @Test
  void hardBrakingIsNamed() throws GarbledData {
    Crossing crossing = lorry(2);
    crossing.frontM = t -> t < 3.8 ? 3.2 * (t - 3) : 2.56 + ramp(t - 3.8, 3.2, -0.9, 1.8);
    crossing.lastsS = 25;
    assertThat(Platforms.flags(Platforms.weighOne(Platforms.plain(""), crossing)))
        .contains(MotionFlags.HARD_BRAKING, MotionFlags.SPEED_CHANGE);
  }

  @Test
  void speedingUpIsASpeedChange() throws GarbledData {
    Crossing crossing = lorry(3);
    crossing.frontM = t -> t < 4.5 ? 1.6 * (t - 3) : 2.4 + ramp(t - 4.5, 1.6, 0.6, 2.6);
    crossing.lastsS = 25;
    MotionVehicle vehicle = Platforms.weighOne(Platforms.plain(""), crossing);
    assertThat(Platforms.flags(vehicle)).contains(MotionFlags.SPEED_CHANGE);
    assertThat(vehicle.accelerationMps2()).isPositive();
  }

  @Test
  void stoppingOnThePlatformIsFlaggedWhereverItHappens() throws GarbledData {
    for (double place : new double[] {1.0, 2.2, 5.0, 6.5, 8.0}) {
      Crossing crossing = lorry(4);
      crossing.frontM = stopAt(place, 6);
      crossing.lastsS = 40;
      List<MotionVehicle> found = Platforms.weigh(Platforms.plain(""), crossing.blocks(400));
      assertThat(found).isNotEmpty();
      for (MotionVehicle vehicle : found) {
        assertThat(Platforms.flags(vehicle))
            .as("stopped at %s m", place)
            .containsAnyOf(
                MotionFlags.STOPPED_ON_SENSOR,
                MotionFlags.SPEED_CHANGE,
                MotionFlags.AXLE_COUNT_DOUBTFUL);
      }
    }
  }

  @Test
  void rollingBackIsFlagged() throws GarbledData {
    for (double place : new double[] {1.5, 6.0, 7.0}) {
      Crossing crossing = lorry(5);
      double first = 3 + place / 2;
      crossing.frontM =
          t -> {
            if (t < first) {
              return 2 * (t - 3);
            }
            if (t < first + 2) {
              return place - 0.6 * (t - first); // 1.2 m back
            }
            return place - 1.2 + 2 * (t - first - 2);
          };
      crossing.lastsS = 40;
      List<MotionVehicle> found = Platforms.weigh(Platforms.corners(""), crossing.blocks(400));
      assertThat(found).isNotEmpty();
      for (MotionVehicle vehicle : found) {
        assertThat(MotionFlags.disqualifying(vehicle.flags())).as("at %s m", place).isNotEmpty();
      }
    }
  }

  @Test
  void drivingBackwardsOverAPlatformWithCornersIsTheWrongWay() throws GarbledData {
    Crossing crossing = new Crossing(6).axle(6000, 0).axle(9000, -4);
    crossing.frontM = t -> 3 - 2 * (t - 3);
    crossing.lastsS = 16;
    MotionVehicle vehicle = Platforms.weighOne(Platforms.corners(""), crossing);
    assertThat(Platforms.flags(vehicle)).contains(MotionFlags.WRONG_WAY);
    assertThat(vehicle.speedMps()).isNegative();
  }

  private static final String LOOPS =
      """
      , "loops": [{"contact": "in", "fromM": -4, "toM": -2},
                  {"contact": "out", "fromM": 5, "toM": 7}]""";

  /** Quiet time before, so that the platform was watched long enough. */
  private static final double EARLIER_S = 3;

  private static List<MotionVehicle> withLoops(Crossing crossing, double... edges)
      throws GarbledData {
    PlatformWeighing weighing = new PlatformWeighing(Platforms.plain(LOOPS), Platforms.CHANNELS);
    for (int i = 0; i < edges.length; i += 3) {
      weighing.contact(
          edges[i] == 0 ? "in" : "out",
          edges[i + 1] > 0,
          Math.round((5 + EARLIER_S + edges[i + 2]) * 1e9)); // samples begin at 5 s
    }
    var later = crossing.frontM;
    crossing.frontM = t -> later.applyAsDouble(t - EARLIER_S);
    crossing.lastsS += EARLIER_S;
    List<MotionVehicle> found = new ArrayList<>();
    crossing.blocks(250).forEach(block -> weighing.samples(block, found::add));
    weighing.finish(found::add);
    return found;
  }

  @Test
  void loopsThatAgreeLeaveNoDoubtAndSilentOnesDo() throws GarbledData {
    // nose 1.3 m before the front axle, tail 8 m behind it, 2.2 m/s
    List<MotionVehicle> good = withLoops(lorry(7), 0, 1, 0.6, 1, 1, 4.7, 0, 0, 5.7, 1, 0, 9.8);
    assertThat(good).hasSize(1);
    assertThat(good.get(0).flags()).isEqualTo(Flags.NONE);
    assertThat(Platforms.flags(withLoops(lorry(7)).get(0)))
        .containsExactly(MotionFlags.NO_PRESENCE);
  }

  @Test
  void aVehicleThatNeverReachesTheExitWentBack() throws GarbledData {
    assertThat(Platforms.flags(withLoops(lorry(8), 0, 1, 0.6, 0, 0, 5.7).get(0)))
        .containsExactly(MotionFlags.REVERSED);
  }

  @Test
  void aVehicleThatReachesTheExitFirstCameTheWrongWay() throws GarbledData {
    MotionVehicle vehicle = withLoops(lorry(9), 1, 1, 0.6, 0, 1, 4.7, 1, 0, 5.7, 0, 0, 9.8).get(0);
    assertThat(Platforms.flags(vehicle)).containsExactly(MotionFlags.WRONG_WAY);
    assertThat(vehicle.speedMps()).isNegative();
  }

  @Test
  void twoVehiclesOnThePlatformAreToldApartByTheLoopsAndBothFlagged() throws GarbledData {
    // The second vehicle's front axle comes on 2.6 m behind the first's last.
    Crossing crossing =
        new Crossing(10).axle(5000, 0).axle(7000, 3.6).axle(4500, 6.2).axle(6000, 9.6).speed(2);
    // Loop in: middle at -3 m; passed by the axles at 1.5, 3.3, 4.6 and 6.3 s.
    List<MotionVehicle> found =
        withLoops(
            crossing, 0, 1, 0.8, 0, 0, 3.7, 0, 1, 4.2, 1, 1, 4.6, 0, 0, 7.0, 1, 0, 8.2, 1, 1, 8.6,
            1, 0, 12);
    assertThat(found).hasSize(2);
    assertThat(found.get(0).axles()).hasSize(2);
    assertThat(found.get(1).axles()).hasSize(2);
    assertThat(Platforms.flags(found.get(0))).contains(MotionFlags.TWO_ON_PLATFORM);
    assertThat(Platforms.flags(found.get(1))).contains(MotionFlags.TWO_ON_PLATFORM);
  }

  @Test
  void twoVehiclesOfDifferentSpeedOnThePlatformAreFlaggedWithoutLoops() throws GarbledData {
    Crossing slow = new Crossing(11).axle(5000, 0).axle(7000, 3.6).speed(1.4);
    Crossing fast = new Crossing(12).axle(4500, 0).axle(6000, 3.4);
    fast.frontM = t -> 2.4 * (t - 5.9);
    fast.lastsS = slow.lastsS;
    double[][] samples = slow.samples();
    double[][] more = fast.samples();
    for (int c = 0; c < 4; c++) {
      for (int i = 0; i < samples[c].length; i++) {
        samples[c][i] += more[c][i];
      }
    }
    for (MotionVehicle vehicle : Platforms.weigh(Platforms.plain(""), slow.blocks(samples, 400))) {
      assertThat(Platforms.flags(vehicle)).contains(MotionFlags.SPEED_CHANGE);
    }
  }

  /** Way with a change of speed: from {@code v} by {@code a} until {@code end} is reached. */
  private static double ramp(double t, double v, double a, double end) {
    double lasts = (end - v) / a;
    return t < lasts
        ? v * t + a * t * t / 2
        : v * lasts + a * lasts * lasts / 2 + end * (t - lasts);
  }

  private static java.util.function.DoubleUnaryOperator stopAt(double place, double forS) {
    double v = 2.2;
    double a = 1.0;
    double brakeWay = v * v / (2 * a);
    double brakeAt = 3 + (place - brakeWay) / v;
    double stopped = brakeAt + v / a;
    return t -> {
      if (t < brakeAt) {
        return v * (t - 3);
      }
      if (t < stopped) {
        double s = t - brakeAt;
        return place - brakeWay + v * s - a * s * s / 2;
      }
      return t < stopped + forS ? place : place + ramp(t - stopped - forS, 0, a, v);
    };
  }
}
