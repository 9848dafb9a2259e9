// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.data.GarbledData;
import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionAxle;
import io.wayside.weighing.motion.MotionFlags;
import io.wayside.weighing.motion.MotionVehicle;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What cells that are named by their corners tell beyond their sum, and what tells doubt. */
class CornersTest {

  @Test
  void brakingWhileTheLastAxleLeavesIsSeenOnlyWhereTheCellsTellEnds() throws GarbledData {
    // 2.4 m/s; the last axle is on from 5 s to 6.2 s and is slowed to 2.2 m/s from 5.85 s on
    Crossing crossing = new Crossing(1).axle(6000, 0).axle(9000, 4.8);
    crossing.frontM =
        t -> {
          double braking = Math.max(0, Math.min(0.1, t - 5.85));
          return 2.4 * (t - 3) - braking * braking - 0.2 * Math.max(0, t - 5.95);
        };
    crossing.lastsS = 18;
    assertThat(Platforms.weighOne(Platforms.plain(""), crossing).flags()).isEqualTo(Flags.NONE);
    assertThat(Platforms.flags(Platforms.weighOne(Platforms.corners(""), crossing)))
        .contains(MotionFlags.SPEED_CHANGE);
  }

  @Test
  void equalAxlesOnePlatformLengthApartAreTwo() throws GarbledData {
    Random random = new Random(3);
    for (int i = 0; i < 12; i++) {
      double kg = 1500 + 6000 * random.nextDouble();
      double spacing = 2.95 + 0.1 * random.nextDouble();
      Crossing crossing =
          new Crossing(i)
              .axle(kg, 0, 0.01, 1.7)
              .axle(kg, spacing, 0.01, 1.6)
              .speed(1 + 1.5 * random.nextDouble());
      MotionVehicle vehicle = Platforms.weighOne(Platforms.corners(""), crossing);
      assertThat(vehicle.axles()).as("%s kg, %s m", kg, spacing).hasSize(2);
      assertThat(vehicle.flags()).isEqualTo(Flags.NONE);
      assertThat(vehicle.spacingsM().get(0)).isCloseTo(spacing, within(0.15));
      assertThat(vehicle.grossN()).isCloseTo(crossing.grossN(), within(0.006 * crossing.grossN()));
    }
  }

  @Test
  void fromTheSumOfTheCellsTheyAreOneDoubtfulAxle() throws GarbledData {
    Crossing crossing = new Crossing(4).axle(5000, 0).axle(5000, 3).speed(2);
    assertThat(Platforms.flags(Platforms.weighOne(Platforms.plain(""), crossing)))
        .contains(MotionFlags.AXLE_COUNT_DOUBTFUL);
  }

  @Test
  void aLoadThatSwingsMoreThanSteadyDrivingMakesItIsFlagged() throws GarbledData {
    for (int seed = 0; seed < 8; seed++) {
      Crossing calm = new Crossing(seed).axle(6000, 0, 0.03, 1.7).axle(9000, 4.8, 0.03, 1.6);
      Crossing wild = new Crossing(seed).axle(6000, 0, 0.03, 1.7).axle(9000, 4.8, 0.1, 1.6);
      assertThat(Platforms.weighOne(Platforms.plain(""), calm.speed(1.6)).flags())
          .isEqualTo(Flags.NONE);
      MotionVehicle vehicle = Platforms.weighOne(Platforms.plain(""), wild.speed(1.6));
      assertThat(Platforms.flags(vehicle)).containsExactly(MotionFlags.LOAD_SWINGS);
      assertThat(vehicle.axles().get(0).flags()).isEqualTo(Flags.NONE);
    }
  }

  @Test
  void anAxleOfAGroupIsLessSureThanTheGroup() throws GarbledData {
    Crossing crossing = new Crossing(6).axle(8000, 0).axle(8000, 4.5).axle(8000, 5.8).speed(2);
    MotionVehicle vehicle = Platforms.weighOne(Platforms.corners(""), crossing);
    double alone = vehicle.axles().get(0).uncertaintyN();
    MotionAxle member = vehicle.axles().get(1);
    double level = 2 * 0.009 * member.loadN();
    assertThat(member.uncertaintyN()).isGreaterThan(level).isLessThan(level + alone);
    assertThat(alone).isLessThan(0.01 * vehicle.axles().get(0).loadN());
    double group = vehicle.groups().get(1).uncertaintyN() / vehicle.groups().get(1).loadN();
    assertThat(group).isLessThan(member.uncertaintyN() / member.loadN());
    MotionVehicle level0 =
        Platforms.weighOne(Platforms.corners(", \"tuning\": {\"levelShare\": 0}"), crossing);
    assertThat(level0.axles().get(1).uncertaintyN()).isLessThan(0.01 * member.loadN());
  }

  private static final String ANALOGUE =
      """
      , "loops": [{"channel": "loop", "threshold": 0.5, "fromM": -2, "toM": 5}]""";

  @Test
  void aLoopWhoseSignalHoversAboutItsThresholdIsOneStay() throws GarbledData {
    Crossing crossing = new Crossing(9).axle(6000, 0).axle(9000, 4.2).speed(1.1);
    crossing.frontM = t -> 1.1 * (t - 7); // the platform was watched for a while
    crossing.lastsS += 4;
    double[][] samples = crossing.samples();
    for (int i = 0; i < samples[4].length; i++) {
      samples[4][i] *= 0.5 + 0.08 * Math.sin(2 * Math.PI * 1.2 * i / crossing.rateHz);
    }
    var found = Platforms.weigh(Platforms.corners(ANALOGUE), crossing.blocks(samples, 137));
    assertThat(found).hasSize(1);
    assertThat(found.get(0).flags()).isEqualTo(Flags.NONE);
    String without = ANALOGUE.replace("0.5,", "0.5, \"release\": 0.4999,");
    assertThat(Platforms.weigh(Platforms.corners(without), crossing.blocks(samples, 137)))
        .as("the same without hysteresis")
        .hasSizeGreaterThan(1);
  }

  @Test
  void aLoopLetsGoBelowWhatItAnswersTo() throws GarbledData {
    PresenceLoop loop = Platforms.corners(ANALOGUE).loops().get(0);
    assertThat(loop.after(false, 0.49)).isFalse();
    assertThat(loop.after(false, 0.51)).isTrue();
    assertThat(loop.after(true, 0.36)).isTrue();
    assertThat(loop.after(true, 0.34)).isFalse();
    assertThat(
            Platforms.corners(ANALOGUE.replace("0.5,", "-2, \"release\": -2.5,"))
                .loops()
                .get(0)
                .after(true, -2.4))
        .isTrue();
  }
}
