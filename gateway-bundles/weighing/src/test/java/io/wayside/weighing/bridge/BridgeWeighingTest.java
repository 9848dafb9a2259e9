// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.data.GarbledData;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionFlags;
import io.wayside.weighing.motion.MotionVehicle;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BridgeWeighingTest {

  private static Crossings lorry(long seed) {
    return new Crossings(seed)
        .vehicle(4, 20, new double[][] {{6500, 0}, {10_000, 4.2}, {9000, 9.5}});
  }

  private static List<Flag> flags(MotionVehicle vehicle) {
    return List.copyOf(vehicle.flags().all());
  }

  @Test
  void weighsAxlesAndGrossAndTellsSpeedAndSpacings() throws GarbledData {
    Crossings quiet = new Crossings(1);
    quiet.bounceShare = 0;
    quiet.vehicle(4, 20, new double[][] {{6500, 0}, {10_000, 4.2}, {9000, 9.5}});
    List<MotionVehicle> found = quiet.weighedBy(Crossings.instrument());
    assertThat(found).hasSize(1);
    MotionVehicle vehicle = found.get(0);
    assertThat(vehicle.flags()).isEqualTo(Flags.NONE);
    assertThat(vehicle.axles()).hasSize(3);
    assertThat(vehicle.speedMps()).isCloseTo(20, within(0.1));
    assertThat(vehicle.spacingsM().get(0)).isCloseTo(4.2, within(0.05));
    assertThat(vehicle.spacingsM().get(1)).isCloseTo(5.3, within(0.05));
    double truth = quiet.vehicles.get(0).grossN();
    assertThat(vehicle.grossN()).isCloseTo(truth, within(0.01 * truth));
    for (int i = 0; i < 3; i++) {
      double load = quiet.vehicles.get(0).wheelsets().get(i).loadN();
      assertThat(vehicle.axles().get(i).loadN()).isCloseTo(load, within(0.06 * load));
    }
    // The front axle reaches the span 4 s after the samples begin, at 3 s of the clock.
    assertThat(vehicle.axles().get(0).atNanos() / 1e9).isCloseTo(7.0, within(0.01));
  }

  @Test
  void vehiclesDoNotDependOnHowTheSamplesAreCut() throws GarbledData {
    Crossings crossings = lorry(2);
    double[][] samples = crossings.samples();
    List<MotionVehicle> whole =
        Crossings.weighedBy(Crossings.instrument(), crossings.blocks(samples, samples[0].length));
    assertThat(whole).hasSize(1);
    for (int size : new int[] {1, 13, 512}) {
      assertThat(Crossings.weighedBy(Crossings.instrument(), crossings.blocks(samples, size)))
          .isEqualTo(whole);
    }
  }

  @Test
  void levelAndDriftOfTheStrainDoNotMatterAndItsScaleDoes() throws GarbledData {
    Crossings crossings = lorry(3);
    double[][] samples = crossings.samples();
    double[][] drifting = new double[5][];
    double[][] doubled = new double[5][];
    for (int c = 0; c < 5; c++) {
      drifting[c] = samples[c].clone();
      doubled[c] = samples[c].clone();
      for (int i = 0; i < samples[c].length && c < 3; i++) {
        drifting[c][i] += 500 - 3.0 * i / crossings.rateHz;
        doubled[c][i] *= 2;
      }
    }
    double load = one(crossings, samples).grossN();
    assertThat(one(crossings, drifting).grossN()).isCloseTo(load, within(1e-4 * load));
    assertThat(one(crossings, doubled).grossN()).isCloseTo(2 * load, within(1e-6 * load));
  }

  private static MotionVehicle one(Crossings crossings, double[][] samples) throws GarbledData {
    List<MotionVehicle> found =
        Crossings.weighedBy(Crossings.instrument(), crossings.blocks(samples, 300));
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @Test
  void grossStaysWithinThreePercentAndWhatIsClaimedHolds() throws GarbledData {
    int runs = 150;
    int covered = 0;
    int axles = 0;
    int axlesCovered = 0;
    double sum = 0;
    double squares = 0;
    for (int seed = 0; seed < runs; seed++) {
      Random random = new Random(seed);
      double share = 0.4 + 0.7 * random.nextDouble();
      double[][] lorry =
          seed % 2 == 0
              ? new double[][] {{6000 * share, 0}, {10_000 * share, 3.6 + random.nextDouble()}}
              : new double[][] {
                {6800 * share, 0},
                {10_000 * share, 3.4},
                {8500 * share, 8.9},
                {8500 * share, 10.2},
                {8500 * share, 11.5}
              };
      Crossings crossings =
          new Crossings(seed).vehicle(4, (40 + 50 * random.nextDouble()) / 3.6, lorry);
      List<MotionVehicle> found = crossings.weighedBy(Crossings.instrument());
      assertThat(found).hasSize(1);
      assertThat(found.get(0).axles()).hasSize(lorry.length);
      double truth = crossings.vehicles.get(0).grossN();
      double error = found.get(0).grossN() / truth - 1;
      sum += error;
      squares += error * error;
      covered += Math.abs(error * truth) <= found.get(0).grossUncertaintyN() ? 1 : 0;
      for (int i = 0; i < lorry.length; i++) {
        var axle = found.get(0).axles().get(i);
        double off = axle.loadN() - crossings.vehicles.get(0).wheelsets().get(i).loadN();
        axles++;
        axlesCovered += Math.abs(off) <= axle.uncertaintyN() ? 1 : 0;
      }
    }
    double s = Math.sqrt(squares / runs - Math.pow(sum / runs, 2));
    assertThat(s).isLessThan(0.03);
    assertThat(Math.abs(sum / runs)).isLessThan(0.01);
    assertThat(covered).isGreaterThan((int) (0.93 * runs));
    assertThat(axlesCovered).isGreaterThan((int) (0.90 * axles));
  }

  @Test
  void twoVehiclesOnTheSpanAreSolvedTogetherAndFlagged() throws GarbledData {
    Crossings crossings =
        new Crossings(5)
            .vehicle(4, 20, new double[][] {{6000, 0}, {9000, 4}})
            .vehicle(4.5, 15.5, new double[][] {{5000, 0}, {8000, 3.8}});
    List<MotionVehicle> found = crossings.weighedBy(Crossings.instrument());
    assertThat(found).hasSize(2);
    for (int i = 0; i < 2; i++) {
      assertThat(flags(found.get(i))).contains(MotionFlags.TWO_ON_PLATFORM);
      double truth = crossings.vehicles.get(i).grossN();
      assertThat(found.get(i).grossN())
          .isCloseTo(truth, within(Math.max(0.1 * truth, found.get(i).grossUncertaintyN())));
    }
  }

  @Test
  void vehiclesOneAfterTheOtherAreWeighedEachByItself() throws GarbledData {
    Crossings crossings =
        new Crossings(6)
            .vehicle(4, 22, new double[][] {{6000, 0}, {9000, 4}})
            .vehicle(6.2, 20, new double[][] {{5000, 0}, {8000, 3.8}});
    List<MotionVehicle> found = crossings.weighedBy(Crossings.instrument());
    assertThat(found).hasSize(2);
    assertThat(found.get(0).flags()).isEqualTo(Flags.NONE);
    assertThat(found.get(1).flags()).isEqualTo(Flags.NONE);
  }

  @Test
  void axlesTooCloseForTheStrainAreHeldTogetherAndToldSo() throws GarbledData {
    Crossings crossings =
        new Crossings(7)
            .vehicle(4, 20, new double[][] {{6000, 0}, {9000, 4}, {7000, 5.3}, {8000, 6.6}});
    List<MotionVehicle> found =
        crossings.weighedBy(Crossings.instrument(", \"tuning\": {\"mostCondition\": 2}"));
    MotionVehicle vehicle = found.get(0);
    assertThat(flags(vehicle)).containsExactly(MotionFlags.AXLES_NOT_RESOLVED);
    assertThat(vehicle.axles().get(0).flags()).isEqualTo(Flags.NONE); // stands alone
    double truth = 24_000 * 9.80665;
    assertThat(vehicle.groups().get(1).loadN()).isCloseTo(truth, within(0.08 * truth));
    assertThat(vehicle.groups().get(1).uncertaintyN() / vehicle.groups().get(1).loadN())
        .isLessThan(vehicle.axles().get(2).uncertaintyN() / vehicle.axles().get(2).loadN());
  }

  @Test
  void aPulseThatOneDetectorMissedIsFlagged() throws GarbledData {
    Crossings crossings = lorry(8);
    crossings.dropPulse = true;
    MotionVehicle vehicle = crossings.weighedBy(Crossings.instrument()).get(0);
    assertThat(vehicle.axles()).hasSize(3);
    assertThat(vehicle.axles().get(1).flags().all()).containsExactly(MotionFlags.MISSING_AXLE);
  }

  @Test
  void aSensorThatSaysSomethingElseIsFlagged() throws GarbledData {
    Crossings crossings = lorry(9);
    double[][] samples = crossings.samples();
    for (int i = 0; i < samples[2].length; i++) {
      samples[2][i] = 120 + 0.4 * (samples[2][i] - 120);
    }
    assertThat(flags(one(crossings, samples))).contains(MotionFlags.SENSORS_DISAGREE);
  }

  @Test
  void aSensorWithoutNumbersIsAFaultAndATrouble() throws GarbledData {
    Crossings crossings = lorry(10);
    double[][] samples = crossings.samples();
    samples[1][(int) (4.5 * crossings.rateHz)] = Double.NaN;
    BridgeWeighing weighing = new BridgeWeighing(Crossings.instrument(), Crossings.CHANNELS);
    List<MotionVehicle> found = new ArrayList<>();
    crossings.blocks(samples, 100).forEach(block -> weighing.samples(block, found::add));
    weighing.finish(found::add);
    assertThat(flags(found.get(0))).contains(MotionFlags.SENSOR_FAULT);
    assertThat(weighing.troubles().get(0).detail()).contains("s1");
  }

  @Test
  void samplesLostAndAnUnfinishedPassageAreTold() throws GarbledData {
    Crossings crossings = lorry(11);
    List<SampleBlock> blocks = new ArrayList<>(crossings.blocks(crossings.samples(), 128));
    blocks.remove(17); // 4.25 s: the lorry is on the span
    List<MotionVehicle> found = Crossings.weighedBy(Crossings.instrument(), blocks);
    assertThat(found).isNotEmpty();
    assertThat(found)
        .allSatisfy(
            vehicle ->
                assertThat(flags(vehicle))
                    .containsAnyOf(MotionFlags.SAMPLES_LOST, MotionFlags.BEGAN_UNOBSERVED));
    List<SampleBlock> early = crossings.blocks(crossings.samples(), 128).subList(0, 18);
    assertThat(flags(Crossings.weighedBy(Crossings.instrument(), early).get(0)))
        .contains(MotionFlags.POSSIBLE_SPLIT);
  }

  @Test
  void speedOutsideTheVerifiedRangeIsFlagged() throws GarbledData {
    Crossings crossings = new Crossings(12).vehicle(4, 33, new double[][] {{6000, 0}, {9000, 4.5}});
    assertThat(flags(crossings.weighedBy(Crossings.instrument()).get(0)))
        .containsExactly(MotionFlags.SPEED_RANGE);
  }

  @Test
  void aConvoyWithoutEndIsCutAndToldSo() throws GarbledData {
    Crossings crossings = new Crossings(13);
    for (int i = 0; i < 40; i++) {
      crossings.vehicle(4 + 0.9 * i, 20, new double[][] {{6000, 0}, {9000, 4}});
    }
    List<MotionVehicle> found = crossings.weighedBy(Crossings.instrument());
    assertThat(found.size()).isBetween(40, 42);
    assertThat(found.stream().anyMatch(each -> flags(each).contains(MotionFlags.POSSIBLE_SPLIT)))
        .isTrue();
  }

  @Test
  void refusesDocumentsThatAreNoBridge() {
    assertThatThrownBy(() -> Crossings.instrument(", \"spam\": 1"))
        .hasMessageContaining("/spam is not known here");
    assertThatThrownBy(() -> Crossings.instrument(", \"tuning\": {\"longestS\": 1}"))
        .hasMessageContaining("/tuning/longestS must be from 5");
    assertThatThrownBy(() -> new BridgeWeighing(Crossings.instrument(), List.of("s0", "s1")))
        .hasMessageContaining("\"s2\"");
  }
}
