// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.quality.Flags;
import io.wayside.rig.scenarios.weigh.Matching.Pairing;
import io.wayside.rig.simulators.motion.TrueVehicle;
import io.wayside.weighing.accuracy.Criterion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FiguresTest {

  private static Pairing pairing(double tooHigh) {
    TrueVehicle real = Made.real(1, 10, 0, 3.5, 4.8);
    return new Pairing(real, Made.weighed(tooHigh, Flags.NONE, real));
  }

  private static Figures.Row row(Figures figures, Criterion criterion) {
    return figures.rows().stream()
        .filter(r -> r.criterion() == criterion)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void meanScatterAndWorstAreThoseOfTheErrors() {
    Figures figures =
        Figures.of(List.of(pairing(0.01), pairing(-0.03), pairing(0.02)), Optional.empty());
    Figures.Row gross = row(figures, Criterion.GROSS);
    assertThat(gross.n()).isEqualTo(3);
    assertThat(gross.mean()).isCloseTo(0, within(1e-9));
    assertThat(gross.deviation()).isCloseTo(Math.sqrt(7), within(1e-9)); // (1 + 9 + 4) / 2
    assertThat(gross.worst()).isCloseTo(-3, within(1e-9));
  }

  @Test
  void theTruthLiesWithinWhatWasStatedOrNot() {
    Figures figures =
        Figures.of(List.of(pairing(0.01), pairing(-0.03), pairing(0.02)), Optional.empty());
    // 2 % of what was measured is stated, so an error of +2 % is within and one of -3 % is not.
    assertThat(row(figures, Criterion.GROSS).covered()).isEqualTo(2);
    assertThat(row(figures, Criterion.GROSS).coveredPercent()).isCloseTo(66.7, within(0.1));
    assertThat(row(figures, Criterion.COUNT).coveredPercent()).isNaN();
  }

  @Test
  void axlesAreJudgedByTheTrueGroups() {
    List<Comparison> all = Comparison.of(pairing(0.01));
    assertThat(all)
        .extracting(c -> c.pair().criterion())
        .containsExactlyInAnyOrder(
            Criterion.COUNT,
            Criterion.SPEED,
            Criterion.GROSS,
            Criterion.SPACING,
            Criterion.SPACING,
            Criterion.SINGLE_AXLE,
            Criterion.AXLE_OF_GROUP,
            Criterion.AXLE_OF_GROUP,
            Criterion.GROUP);
    assertThat(all)
        .filteredOn(c -> c.pair().criterion() == Criterion.GROUP)
        .singleElement()
        .satisfies(
            group -> {
              assertThat(group.pair().reference()).isEqualTo(100_000);
              assertThat(group.pair().measured()).isCloseTo(101_000, within(1e-6));
              assertThat(group.stated()).isFalse(); // the instrument grouped otherwise
            });
  }

  @Test
  void withAWrongNumberOfAxlesOnlyTheWholeIsCompared() {
    TrueVehicle real = Made.real(1, 10, 0, 3.5, 4.8);
    Pairing wrong =
        new Pairing(
            real,
            Made.vehicle(
                List.of(Made.axle(10, 7e4), Made.axle(10.2, 8e4)), List.of(4.0), Flags.NONE));
    assertThat(Comparison.of(wrong))
        .extracting(c -> c.pair().criterion())
        .containsExactlyInAnyOrder(Criterion.COUNT, Criterion.SPEED, Criterion.GROSS);
  }

  @Test
  void platformsGetTheClassesOfR134() throws Exception {
    Figures figures = Figures.of(List.of(pairing(0.004)), Optional.of(Made.SHELF.r134()));
    assertThat(figures.r134()).isPresent();
    assertThat(figures.r134().orElseThrow().results()).isNotEmpty();
  }

  @Test
  void theLawJudgesTheTruthWithoutUncertainty() throws Exception {
    List<Pairing> pairings = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      pairings.add(pairing(0));
    }
    Decisions decisions = Decisions.of(pairings, Made.SHELF.judge());
    assertThat(decisions.judged()).isEqualTo(5);
    assertThat(decisions.within() + decisions.undecided() + decisions.over()).isEqualTo(5);
    assertThat(decisions.overButWithin() + decisions.withinButOver()).isZero();
    assertThat(decisions.classRight()).isEqualTo(5);
  }

  @Test
  void aFalseAccusationIsCounted() throws Exception {
    // 25 t on three axles are within; weighed as 75 t they would be over.
    Decisions decisions = Decisions.of(List.of(pairing(4)), Made.SHELF.judge());
    assertThat(decisions.over()).isEqualTo(1);
    assertThat(decisions.overButWithin()).isEqualTo(1);
  }
}
