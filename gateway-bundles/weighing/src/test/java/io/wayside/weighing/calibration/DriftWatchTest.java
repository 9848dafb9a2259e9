// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.quality.Flags;
import io.wayside.weighing.calibration.Drift.State;
import io.wayside.weighing.motion.MotionAxle;
import io.wayside.weighing.motion.MotionFlags;
import io.wayside.weighing.motion.MotionGroup;
import io.wayside.weighing.motion.MotionVehicle;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Drift is noticed, doubted, clamped, and never acted upon. */
class DriftWatchTest {

  private final Random random = new Random(7);

  private DriftWatch after(boolean verified, double gain) {
    DriftWatch watch = new DriftWatch(DriftSettings.USUAL, verified);
    pass(watch, 200, 1);
    pass(watch, 100, gain);
    return watch;
  }

  private void pass(DriftWatch watch, int vehicles, double gain) {
    for (int i = 0; i < vehicles; i++) {
      watch.saw(65_000 * gain * (1 + 0.05 * random.nextGaussian()));
    }
  }

  @Test
  void theTargetIsLearnedHere() {
    DriftWatch watch = new DriftWatch(DriftSettings.USUAL, false);
    pass(watch, 199, 1);
    assertThat(watch.now().state()).isEqualTo(State.LEARNING);
    assertThat(watch.now().targetN()).isNaN();
    pass(watch, 1, 1);
    assertThat(watch.now().targetN()).isCloseTo(65_000, within(1000.0));
  }

  @Test
  void whatDoesNotDriftIsSteady() {
    for (int i = 0; i < 50; i++) {
      assertThat(after(false, 1).now().proposedFactor()).isBetween(0.995, 1.005);
    }
    assertThat(after(false, 1.005).now().state()).isEqualTo(State.STEADY);
  }

  @Test
  void aDriftIsNoticedAndTheProposalOfOneDayIsSmall() {
    Drift up = after(false, 1.05).now();
    assertThat(up.state()).isEqualTo(State.DRIFTING);
    assertThat(up.driftPercent()).isCloseTo(5, within(2 * up.uncertaintyPercent()));
    assertThat(up.proposedFactor()).isCloseTo(0.995, within(1e-12));
    assertThat(after(false, 0.95).now().proposedFactor()).isCloseTo(1.005, within(1e-12));
  }

  @Test
  void forAVerifiedInstrumentItIsADiagnosisOnly() {
    Drift drift = after(true, 1.05).now();
    assertThat(drift.state()).isEqualTo(State.DRIFTING);
    assertThat(drift.proposedFactor()).isEqualTo(1);
  }

  @Test
  void beyondTheClampATechnicianIsWanted() {
    Drift drift = after(false, 1.2).now();
    assertThat(drift.state()).isEqualTo(State.BEYOND_CORRECTION);
    assertThat(drift.proposedFactor()).isEqualTo(1);
  }

  @Test
  void manySmallCorrectionsDoNotEscapeTheClamp() {
    DriftWatch watch = after(false, 1.05);
    double applied = 1;
    boolean stopped = false;
    for (int day = 0; day < 100 && !stopped; day++) {
      watch.applied(0.995);
      applied *= 0.995;
      pass(watch, 100, 1.05); // it drifts on as fast as it is corrected
      stopped = watch.now().state() == State.BEYOND_CORRECTION;
    }
    assertThat(stopped).isTrue();
    assertThat(applied).isBetween(0.89, 0.97);
  }

  @Test
  void whileTheSiteIsFaultyNothingIsCounted() {
    DriftWatch watch = after(false, 1);
    watch.freeze(true);
    pass(watch, 500, 1.5);
    assertThat(watch.now().state()).isEqualTo(State.FROZEN);
    watch.freeze(false);
    assertThat(watch.now().state()).isEqualTo(State.STEADY);
  }

  private static MotionVehicle vehicle(double grossKg, List<Double> spacings, Flags flags) {
    List<MotionAxle> axles = new ArrayList<>();
    double each = grossKg * 9.80665 / (spacings.size() + 1);
    for (int i = 0; i <= spacings.size(); i++) {
      axles.add(
          new MotionAxle(
              0, each, 1, 20, Double.NaN, Double.NaN, MotionAxle.Tyres.NOT_TOLD, Flags.NONE));
    }
    return new MotionVehicle(
        0,
        1,
        20,
        0.1,
        0,
        axles,
        spacings,
        List.of(new MotionGroup(0, axles.size(), grossKg * 9.80665, 1)),
        grossKg * 9.80665,
        1,
        Double.NaN,
        Double.NaN,
        flags);
  }

  @Test
  void thePopulationIsLoadedArticulatedVehiclesWithoutDoubt() {
    Population population = Population.LOADED_ARTICULATED;
    List<Double> articulated = List.of(3.3, 1.3, 6.5, 1.3);
    assertThat(population.steerAxleN(vehicle(40_000, articulated, Flags.NONE)))
        .hasValue(40_000 * 9.80665 / 5);
    assertThat(population.steerAxleN(vehicle(20_000, articulated, Flags.NONE))).isEmpty();
    assertThat(population.steerAxleN(vehicle(40_000, List.of(3.3, 1.3), Flags.NONE))).isEmpty();
    assertThat(
            population.steerAxleN(vehicle(40_000, articulated, Flags.of(MotionFlags.HARD_BRAKING))))
        .isEmpty();
    assertThat(
            population.steerAxleN(vehicle(40_000, articulated, Flags.of(MotionFlags.NOT_VERIFIED))))
        .isPresent();
  }
}
