// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.data.GarbledData;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionAxle;
import io.wayside.weighing.motion.MotionFlags;
import io.wayside.weighing.motion.MotionVehicle;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlatformWeighingTest {

  private static Crossing semitrailer(long seed) {
    return new Crossing(seed)
        .axle(6500, 0, 0.02, 1.9)
        .axle(9000, 3.4, 0.02, 1.6)
        .axle(9000, 4.75, 0.02, 1.7)
        .axle(7800, 10.2, 0.02, 1.5)
        .axle(8000, 11.5, 0.02, 1.5)
        .axle(8200, 12.8, 0.02, 1.5)
        .speed(2.0);
  }

  @Test
  void weighsEachAxleGroupAndTheWhole() throws GarbledData {
    Crossing crossing = semitrailer(1);
    MotionVehicle vehicle = Platforms.weighOne(Platforms.corners(""), crossing);
    assertThat(vehicle.flags()).isEqualTo(Flags.NONE);
    assertThat(vehicle.axles()).hasSize(6);
    for (int i = 0; i < 6; i++) {
      double truth = crossing.wheelsets.get(i).loadN();
      assertThat(vehicle.axles().get(i).loadN()).isCloseTo(truth, within(0.02 * truth));
    }
    assertThat(vehicle.groups()).hasSize(3);
    assertThat(vehicle.groups().get(1).axles()).isEqualTo(2);
    assertThat(vehicle.groups().get(2).loadN()).isCloseTo(24000 * 9.80665, within(1500.0));
    assertThat(vehicle.grossN()).isCloseTo(crossing.grossN(), within(crossing.grossN() * 0.005));
    assertThat(vehicle.speedMps()).isCloseTo(2.0, within(0.03));
    double[] spacings = {3.4, 1.35, 5.45, 1.3, 1.3};
    for (int i = 0; i < 5; i++) {
      assertThat(vehicle.spacingsM().get(i)).isCloseTo(spacings[i], within(0.06));
    }
  }

  @Test
  void timesAreThoseOfTheSamplesWhenTheAxleReachesThePlatform() throws GarbledData {
    MotionVehicle vehicle = Platforms.weighOne(Platforms.corners(""), semitrailer(2));
    // The front axle reaches the edge 3 s after the samples begin, at 5 s of the clock.
    assertThat(vehicle.axles().get(0).atNanos() / 1e9).isCloseTo(8.0, within(0.02));
    assertThat(vehicle.axles().get(5).atNanos() / 1e9).isCloseTo(8.0 + 6.4, within(0.03));
  }

  @Test
  void vehiclesDoNotDependOnHowTheSamplesAreCut() throws GarbledData {
    Crossing crossing = semitrailer(3);
    double[][] samples = crossing.samples();
    List<MotionVehicle> whole =
        Platforms.weigh(Platforms.corners(""), crossing.blocks(samples, Integer.MAX_VALUE));
    for (int size : new int[] {1, 7, 400, 1013}) {
      assertThat(Platforms.weigh(Platforms.corners(""), crossing.blocks(samples, size)))
          .isEqualTo(whole);
    }
  }

  @Test
  void loadsFollowTheGainAndNotTheZero() throws GarbledData {
    Crossing crossing = semitrailer(4);
    double[][] samples = crossing.samples();
    double[][] shifted = new double[5][samples[0].length];
    for (int c = 0; c < 5; c++) {
      for (int i = 0; i < shifted[c].length; i++) {
        shifted[c][i] = samples[c][i] + (c < 4 ? 1234.5 * (c + 1) : 0);
      }
    }
    MotionVehicle plain =
        Platforms.weigh(Platforms.corners(""), crossing.blocks(samples, 500)).get(0);
    MotionVehicle moved =
        Platforms.weigh(Platforms.corners(""), crossing.blocks(shifted, 500)).get(0);
    MotionVehicle tenth =
        Platforms.weigh(
                Platforms.of(
                    Platforms.LAWFUL,
                    3,
                    Platforms.CORNERS.replace("\"newtonsPerUnit\": 1", "\"newtonsPerUnit\": 1.1"),
                    ", \"naturalHz\": 18"),
                crossing.blocks(samples, 500))
            .get(0);
    for (int i = 0; i < 6; i++) {
      double load = plain.axles().get(i).loadN();
      assertThat(moved.axles().get(i).loadN()).isCloseTo(load, within(1e-6 * load));
      assertThat(tenth.axles().get(i).loadN()).isCloseTo(1.1 * load, within(2e-3 * load));
    }
  }

  @Test
  void sidesAreWeighedApartWhereCellsAreNamed() throws GarbledData {
    Crossing crossing = semitrailer(5);
    crossing.leftShare = 0.55;
    MotionVehicle vehicle = Platforms.weighOne(Platforms.corners(""), crossing);
    for (MotionAxle axle : vehicle.axles()) {
      assertThat(axle.leftN() / axle.loadN()).isCloseTo(0.55, within(0.005));
      assertThat(axle.leftN() + axle.rightN()).isCloseTo(axle.loadN(), within(1e-6));
    }
    assertThat(vehicle.flags()).isEqualTo(Flags.NONE);
    assertThat(Platforms.weighOne(Platforms.plain(""), crossing).axles().get(0).leftN()).isNaN();
  }

  @Test
  void anUnevenAxleAndOneBesideThePlatformAreFlagged() throws GarbledData {
    Crossing crossing = semitrailer(6);
    crossing.leftShare = 0.65;
    assertThat(Platforms.flags(Platforms.weighOne(Platforms.corners(""), crossing)))
        .containsExactly(MotionFlags.UNBALANCED);
    crossing.leftShare = 0.75;
    assertThat(Platforms.flags(Platforms.weighOne(Platforms.corners(""), crossing)))
        .containsExactly(MotionFlags.OFF_SCALE, MotionFlags.UNBALANCED);
    crossing.leftShare = 0.02;
    assertThat(Platforms.flags(Platforms.weighOne(Platforms.corners(""), crossing)))
        .contains(MotionFlags.ONE_SIDE_ONLY, MotionFlags.OFF_SCALE);
  }

  @Test
  void anAxleThatComesOnWhileAnotherLeavesIsFound() throws GarbledData {
    for (double spacing : new double[] {2.8, 2.9, 3.0, 3.1, 3.2}) {
      Crossing crossing =
          new Crossing(7)
              .axle(6000, 0, 0.015, 1.8)
              .axle(9500, spacing, 0.015, 1.5)
              .axle(9000, spacing + 1.31, 0.015, 1.5)
              .speed(2.2);
      MotionVehicle vehicle = Platforms.weighOne(Platforms.plain(""), crossing);
      assertThat(vehicle.axles()).as("spacing %s", spacing).hasSize(3);
      assertThat(vehicle.grossN()).isCloseTo(crossing.grossN(), within(0.006 * crossing.grossN()));
      assertThat(vehicle.spacingsM().get(0)).isCloseTo(spacing, within(0.15));
    }
  }

  @Test
  void whatIsClaimedHolds() throws GarbledData {
    int covered = 0;
    int runs = 60;
    for (int seed = 0; seed < runs; seed++) {
      Random random = new Random(seed);
      Crossing crossing = new Crossing(seed);
      double hz = 1.2 + 1.2 * random.nextDouble();
      crossing.axle(3000 + 4000 * random.nextDouble(), 0, 0.025, hz);
      crossing.axle(5000 + 6000 * random.nextDouble(), 4.2, 0.025, 1.1 * hz);
      crossing.speed(1 + 1.7 * random.nextDouble());
      MotionVehicle vehicle = Platforms.weighOne(Platforms.plain(""), crossing);
      assertThat(vehicle.axles()).hasSize(2);
      double error = Math.abs(vehicle.grossN() - crossing.grossN());
      assertThat(error).isLessThan(0.01 * crossing.grossN());
      covered += error <= vehicle.grossUncertaintyN() ? 1 : 0;
    }
    assertThat(covered).isGreaterThanOrEqualTo(57); // 95 %
  }

  @Test
  void aShortPlateIsLessSureOfABouncingAxle() throws GarbledData {
    Crossing shortOne = new Crossing(8).axle(8000, 0, 0.02, 1.6).axle(8000, 4, 0.02, 1.6);
    shortOne.lengthM = 0.8;
    shortOne.speed(2.4);
    PlatformInstrument plate =
        Platforms.of(Platforms.LAWFUL, 0.8, Platforms.PLAIN, ", \"naturalHz\": 30");
    shortOne.naturalHz = 30;
    MotionVehicle onPlate = Platforms.weighOne(plate, shortOne);
    Crossing longOne = new Crossing(8).axle(8000, 0, 0.02, 1.6).axle(8000, 4, 0.02, 1.6).speed(2.4);
    MotionVehicle onPlatform = Platforms.weighOne(Platforms.plain(""), longOne);
    assertThat(onPlate.axles()).hasSize(2);
    assertThat(onPlate.axles().get(0).uncertaintyN())
        .isGreaterThan(2 * onPlatform.axles().get(0).uncertaintyN());
    assertThat(onPlate.axles().get(0).loadN())
        .isCloseTo(8000 * 9.80665, within(onPlate.axles().get(0).uncertaintyN()));
  }

  @Test
  void aWholeVehicleStandsOnALongPlatform() throws GarbledData {
    Crossing crossing = semitrailer(9);
    crossing.lengthM = 18;
    crossing.naturalHz = 8;
    crossing.speed(2);
    PlatformInstrument bridge =
        Platforms.of(Platforms.LAWFUL, 18, Platforms.PLAIN, ", \"naturalHz\": 8");
    MotionVehicle vehicle = Platforms.weighOne(bridge, crossing);
    assertThat(vehicle.axles()).hasSize(6);
    assertThat(vehicle.grossN()).isCloseTo(crossing.grossN(), within(0.005 * crossing.grossN()));
  }

  @Test
  void vehiclesFarApartAreTwo() throws GarbledData {
    Crossing crossing = new Crossing(10).axle(5000, 0).axle(7000, 4).axle(4000, 18).axle(6000, 22);
    crossing.speed(2.4);
    List<MotionVehicle> found = Platforms.weigh(Platforms.plain(""), crossing.blocks(400));
    assertThat(found).hasSize(2);
    assertThat(found.get(0).grossN()).isCloseTo(12000 * 9.80665, within(700.0));
    assertThat(found.get(1).grossN()).isCloseTo(10000 * 9.80665, within(700.0));
    assertThat(found.get(1).flags()).isEqualTo(Flags.NONE);
  }

  @Test
  void aSpacingNearTheVehicleGapIsDoubtful() throws GarbledData {
    Crossing crossing = new Crossing(11).axle(5000, 0).axle(7000, 9.5).speed(2.2);
    assertThat(Platforms.flags(Platforms.weighOne(Platforms.plain(""), crossing)))
        .containsExactly(MotionFlags.POSSIBLE_TWO_VEHICLES);
  }

  @Test
  void withoutCalibrationAndVerificationOrOutsideItsSpeedsIsFlagged() throws GarbledData {
    Crossing crossing = semitrailer(12);
    MotionVehicle never =
        Platforms.weighOne(Platforms.of("", 3, Platforms.PLAIN, ", \"naturalHz\": 18"), crossing);
    assertThat(Platforms.flags(never))
        .containsExactly(MotionFlags.NOT_VERIFIED, MotionFlags.UNCALIBRATED);
    PlatformInstrument slower =
        Platforms.of(
            Platforms.LAWFUL.replace("[1, 20]", "[1, 6]"),
            3,
            Platforms.PLAIN,
            ", \"naturalHz\": 18");
    assertThat(Platforms.flags(Platforms.weighOne(slower, crossing)))
        .containsExactly(MotionFlags.SPEED_RANGE);
  }

  @Test
  void lostSamplesDuringAVehicleAreTold() throws GarbledData {
    List<SampleBlock> blocks = new ArrayList<>(semitrailer(13).blocks(200));
    blocks.remove(10); // 5 s after the begin: the second group is on
    List<MotionVehicle> found = Platforms.weigh(Platforms.plain(""), blocks);
    assertThat(found).isNotEmpty();
    assertThat(Platforms.flags(found.get(0)))
        .contains(MotionFlags.SAMPLES_LOST, MotionFlags.POSSIBLE_SPLIT);
    for (MotionVehicle rest : found.subList(1, found.size())) {
      assertThat(Platforms.flags(rest)).contains(MotionFlags.BEGAN_UNOBSERVED);
    }
  }

  @Test
  void aVehicleRightAfterTheStartMayLackAxles() throws GarbledData {
    Crossing crossing = new Crossing(14).axle(5000, 0).axle(7000, 4).speed(2);
    crossing.frontM = t -> 2 * (t - 1.2);
    assertThat(Platforms.flags(Platforms.weighOne(Platforms.plain(""), crossing)))
        .contains(MotionFlags.BEGAN_UNOBSERVED);
  }

  @Test
  void doubtsOfTheDriverGoWithTheVehicle() throws GarbledData {
    List<SampleBlock> blocks =
        semitrailer(15).blocks(400).stream()
            .map(
                block ->
                    new SampleBlock(
                        block.firstMonotonicNanos(),
                        block.intervalNanos(),
                        block.sequence(),
                        block.samples(),
                        Flags.of(Flag.SIMULATED)))
            .toList();
    assertThat(Platforms.flags(Platforms.weigh(Platforms.plain(""), blocks).get(0)))
        .containsExactly(Flag.SIMULATED);
  }

  @Test
  void aCellAtTheEndOfItsConverterAndALoadAboveMaxAreFlagged() throws GarbledData {
    Crossing crossing = semitrailer(16);
    String narrow =
        Platforms.PLAIN.replace(
            "\"channel\": \"a\",", "\"channel\": \"a\", \"range\": [-50000, 30000],");
    PlatformInstrument clips = Platforms.of(Platforms.LAWFUL, 3, narrow, ", \"naturalHz\": 18");
    assertThat(Platforms.flags(Platforms.weighOne(clips, crossing))).contains(MotionFlags.CLIPPED);
    Crossing heavy = new Crossing(17).axle(40000, 0).axle(30000, 1.3).speed(1.5);
    assertThat(Platforms.flags(Platforms.weighOne(Platforms.plain(""), heavy)))
        .contains(Flag.OUT_OF_RANGE);
  }

  @Test
  void aZeroThatDoesNotReturnIsFlaggedAndWidensTheUncertainty() throws GarbledData {
    Crossing crossing = new Crossing(18).axle(6000, 0).axle(8000, 4).speed(2);
    double[][] samples = crossing.samples();
    double sure =
        Platforms.weigh(Platforms.plain(""), crossing.blocks(samples, 400))
            .get(0)
            .grossUncertaintyN();
    for (int i = 0; i < samples[0].length; i++) {
      samples[0][i] += i > 3.5 * crossing.rateHz ? 500 : 0; // mud falls off, 50 kg more or less
    }
    MotionVehicle vehicle =
        Platforms.weigh(Platforms.plain(""), crossing.blocks(samples, 400)).get(0);
    assertThat(Platforms.flags(vehicle)).contains(MotionFlags.ZERO_NOT_RETURNED);
    assertThat(vehicle.grossUncertaintyN()).isGreaterThan(1.2 * sure);
  }

  @Test
  void aPersonIsNoVehicle() throws GarbledData {
    Crossing crossing = new Crossing(19).axle(90, 0).speed(1.2);
    assertThat(Platforms.weigh(Platforms.plain(""), crossing.blocks(400))).isEmpty();
  }

  @Test
  void memoryStaysBoundedHoweverLongALoadStands() throws GarbledData {
    Crossing crossing = new Crossing(20).axle(6000, 0);
    crossing.rateHz = 100;
    crossing.naturalHz = 10;
    crossing.lastsS = 200;
    crossing.frontM = t -> t < 4 ? 2 * (t - 3) : Math.min(2, 2 * (t - 3));
    PlatformInstrument instrument = Platforms.plain(", \"tuning\": {\"longestS\": 30}");
    List<MotionVehicle> found = Platforms.weigh(instrument, crossing.blocks(100));
    assertThat(found).hasSize(1); // told once, when the passage was cut
    assertThat(Platforms.flags(found.get(0)))
        .contains(MotionFlags.STOPPED_ON_SENSOR, MotionFlags.POSSIBLE_SPLIT);
  }
}
