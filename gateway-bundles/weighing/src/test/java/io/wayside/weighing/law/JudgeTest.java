// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.law;

import static io.wayside.weighing.law.Packs.DAY;
import static io.wayside.weighing.law.Packs.US;
import static io.wayside.weighing.law.Packs.VN;
import static io.wayside.weighing.law.Packs.gross;
import static io.wayside.weighing.law.Packs.vehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.weighing.law.Finding.Reason;
import io.wayside.weighing.motion.MotionAxle;
import io.wayside.weighing.motion.MotionFlags;
import io.wayside.weighing.motion.MotionGroup;
import io.wayside.weighing.motion.MotionVehicle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What must hold for every vehicle and every pack. */
class JudgeTest {

  private static final int VEHICLES = 400;

  @Test
  void aHeavierVehicleIsNeverMoreLegal() {
    Random random = new Random(16);
    for (LawPack pack : List.of(VN, US)) {
      for (int i = 0; i < VEHICLES; i++) {
        Weighed light = Packs.random(random);
        List<Double> loads = new ArrayList<>(light.axleKg());
        int axle = random.nextInt(loads.size());
        loads.set(axle, loads.get(axle) + 4000 * random.nextDouble());
        Weighed heavy =
            new Weighed(
                loads, light.axleUncertaintyKg(), light.spacingsM(), 0, 0, List.of(), Flags.NONE);
        List<Finding> before = pack.decide(light, Circumstances.on(DAY)).findings();
        List<Finding> after = pack.decide(heavy, Circumstances.on(DAY)).findings();
        assertThat(after).hasSameSizeAs(before);
        for (int f = 0; f < before.size(); f++) {
          assertThat(after.get(f).verdict()).isGreaterThanOrEqualTo(before.get(f).verdict());
        }
      }
    }
  }

  @Test
  void aFindingIsUndecidedExactlyWhenItsIntervalStraddlesALimit() {
    Random random = new Random(17);
    int undecided = 0;
    for (LawPack pack : List.of(VN, US)) {
      for (int i = 0; i < VEHICLES; i++) {
        for (Finding f : pack.decide(Packs.random(random), Circumstances.on(DAY)).findings()) {
          if (f.candidates().isEmpty()) {
            assertThat(f.reason()).isEqualTo(Reason.NO_RULE);
            continue;
          }
          double low = f.deductedKg() - f.uncertaintyKg();
          double high = f.deductedKg() + f.uncertaintyKg();
          double least = f.candidates().get(0).limitKg();
          double most = f.candidates().get(f.candidates().size() - 1).limitKg();
          boolean straddles = high > least && low <= most;
          assertThat(f.verdict() == Verdict.UNDECIDED).isEqualTo(straddles);
          undecided += straddles ? 1 : 0;
        }
      }
    }
    assertThat(undecided).isGreaterThan(100);
  }

  @Test
  void knowingMoreNeverAddsACandidateAndNeverTurnsAVerdictAround() {
    Random random = new Random(18);
    for (int i = 0; i < VEHICLES; i++) {
      Weighed vehicle = Packs.random(random);
      Decision vague = VN.decide(vehicle, Circumstances.on(DAY));
      for (String layout : vague.layouts()) {
        Finding known = gross(VN.decide(vehicle, Packs.layout(layout)));
        Finding open = gross(vague);
        assertThat(open.candidates())
            .extracting(Candidate::limitKg)
            .containsAll(known.candidates().stream().map(Candidate::limitKg).toList());
        if (open.verdict() != Verdict.UNDECIDED) {
          assertThat(known.verdict()).isEqualTo(open.verdict());
        }
      }
    }
  }

  @Test
  void theDecisionIsTheWorstOfItsFindings() {
    Decision decision = VN.decide(vehicle("12000,3000@4", 0), Circumstances.on(DAY));
    assertThat(decision.findings())
        .extracting(Finding::verdict)
        .containsExactly(Verdict.OVER, Verdict.WITHIN, Verdict.WITHIN);
    assertThat(decision.verdict()).isEqualTo(Verdict.OVER);
  }

  @Test
  void theDeductionIsTakenOffBeforeComparing() {
    Circumstances known =
        new Circumstances(
            DAY,
            OptionalDouble.empty(),
            Optional.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Optional.empty(),
            OptionalDouble.of(5));
    Finding axle = VN.decide(vehicle("10500,3000@4", 100), known).findings().get(0);
    assertThat(axle.measuredKg()).isEqualTo(10_500);
    assertThat(axle.deductedKg()).isCloseTo(9975, within(1e-9));
    assertThat(axle.uncertaintyKg()).isCloseTo(95, within(1e-9));
    assertThat(axle.verdict()).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void anUncertainSpacingGivesTheLimitsOfBothBands() {
    Weighed vehicle =
        new Weighed(
            List.of(5000.0, 8500.0, 8500.0),
            List.of(0.0, 0.0, 0.0),
            List.of(3.6, 1.31),
            0.02,
            0,
            List.of(),
            Flags.NONE);
    Finding tandem = VN.decide(vehicle, Circumstances.on(DAY)).findings().get(1);
    assertThat(tandem.candidates())
        .extracting(Candidate::limitKg)
        .containsExactly(16_000.0, 18_000.0);
    assertThat(tandem.verdict()).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void aDisqualifyingFlagIsNamedAndTheWeighingNotOffered() {
    Flags doubts =
        Flags.of(MotionFlags.SPEED_CHANGE, MotionFlags.LIFTED_AXLE, new Flag("invented-later"));
    Weighed vehicle =
        new Weighed(List.of(9e3, 9e3), List.of(0.0, 0.0), List.of(4.0), 0, 0, List.of(), doubts);
    Decision decision = VN.decide(vehicle, Circumstances.on(DAY));
    assertThat(decision.isOffered()).isFalse();
    assertThat(decision.notOfferedFor())
        .containsExactlyInAnyOrder(MotionFlags.SPEED_CHANGE, new Flag("invented-later"));
    assertThat(decision.notes()).anyMatch(note -> note.when() == Note.Occasion.LIFTED_AXLE);
  }

  @Test
  void aVehicleInMotionKeepsTheUncertaintiesOfItsGroups() {
    double n = 9.80665;
    List<MotionAxle> axles = new ArrayList<>();
    for (double kg : new double[] {6000, 8000, 8000}) {
      axles.add(
          new MotionAxle(
              0,
              kg * n,
              300 * n,
              20,
              Double.NaN,
              Double.NaN,
              MotionAxle.Tyres.NOT_TOLD,
              Flags.NONE));
    }
    MotionVehicle vehicle =
        new MotionVehicle(
            0,
            1,
            20,
            0.2,
            0,
            axles,
            List.of(3.6, 1.3),
            List.of(
                new MotionGroup(0, 1, 6000 * n, 300 * n),
                new MotionGroup(1, 2, 16_000 * n, 450 * n)),
            22_000 * n,
            600 * n,
            Double.NaN,
            Double.NaN,
            Flags.NONE);
    List<Finding> findings = VN.decide(Weighed.of(vehicle, 0), Circumstances.on(DAY)).findings();
    assertThat(findings.get(1).measuredKg()).isCloseTo(16_000, within(1e-6));
    assertThat(findings.get(1).uncertaintyKg()).isCloseTo(450, within(1e-6));
    assertThat(findings.get(2).uncertaintyKg()).isCloseTo(600, within(1e-6));
    // One percent of speed is one percent of the spacing: on both sides of 1.3 m.
    assertThat(findings.get(1).candidates()).hasSize(2);
  }

  @Test
  void whatWasNotWeighedTogetherHasTheSumOfItsUncertainties() {
    Finding gross = gross(VN.decide(vehicle("6000,8000,8000@3.6,1.3", 200), Circumstances.on(DAY)));
    assertThat(gross.uncertaintyKg()).isEqualTo(600);
  }
}
