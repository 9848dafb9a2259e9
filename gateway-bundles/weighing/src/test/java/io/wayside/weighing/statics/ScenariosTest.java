// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.statics;

import static io.wayside.weighing.rig.Rules.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.WeightReading.Basis;
import io.wayside.core.device.WeightReading.Motion;
import io.wayside.core.quality.Flag;
import io.wayside.weighing.rest.Plateau;
import io.wayside.weighing.rig.Readings;
import io.wayside.weighing.rig.Rules;
import io.wayside.weighing.rig.Weigh;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes of what drivers do on a platform; ordinary days first. */
class ScenariosTest {

  /** Long enough on watch before the vehicle to know its first axle as the first. */
  private static Readings watched() {
    return Readings.from(0).hold(0, 6);
  }

  private static Weigh weigh(Readings readings) {
    return new Weigh(Rules.USUAL).hear(readings.hold(0, 6));
  }

  private static List<Double> masses(Vehicle vehicle) {
    return vehicle.axles().stream()
        .map(axle -> axle.deciding().map(Plateau::massKg).orElse(null))
        .toList();
  }

  static Stream<Arguments> ordinaryVehicles() {
    return Stream.of(
        Arguments.of(List.of(5000.0, 9800.0)),
        Arguments.of(List.of(6200.0, 9000.0, 8960.0)),
        Arguments.of(List.of(6200.0, 6100.0, 9000.0, 8900.0)),
        Arguments.of(List.of(6200.0, 9000.0, 7000.0, 7060.0, 6980.0)),
        Arguments.of(List.of(6200.0, 9000.0, 9060.0, 7000.0, 7060.0, 6980.0)));
  }

  @ParameterizedTest
  @MethodSource("ordinaryVehicles")
  void everyAxleThatStoodIsWeighedAndTheSumIsTheGross(List<Double> axles) {
    Readings readings = watched();
    axles.forEach(readings::axle);
    Vehicle vehicle = weigh(readings).only();
    assertThat(masses(vehicle)).isEqualTo(axles);
    assertThat(vehicle.grossKg()).hasValue(axles.stream().mapToDouble(kg -> kg).sum());
    assertThat(vehicle.flags().all()).isEmpty();
    assertThat(vehicle.ending()).isEqualTo(Ending.PLATFORM_CLEAR);
    assertThat(vehicle.number()).isOne();
  }

  @Test
  void aDriverWhoCreepsShowsSeveralPlateausAndTheLastCounts() {
    Vehicle vehicle =
        weigh(
                watched()
                    .show(2000)
                    .hold(5000, 2)
                    .show(5200, 5100)
                    .hold(5160, 2)
                    .hold(0, 1)
                    .axle(9000))
            .only();
    assertThat(masses(vehicle)).containsExactly(5160.0, 9000.0);
    assertThat(vehicle.axles().get(0).plateaus()).hasSize(2);
    assertThat(vehicle.axles().get(0).farthestPlateauKg()).isEqualTo(160);
    assertThat(vehicle.axles().get(0).flags().has(WeighingFlags.SEVERAL_PLATEAUS)).isTrue();
    assertThat(vehicle.axles().get(1).flags().all()).isEmpty();
    assertThat(vehicle.flags().has(WeighingFlags.SEVERAL_PLATEAUS)).isTrue();
  }

  @Test
  void aDisturbanceThatReturnsToTheSameMassIsNoSecondOpinion() {
    Vehicle vehicle =
        weigh(watched().hold(5000, 2).show(5300).hold(5020, 2).hold(0, 1).axle(9000)).only();
    assertThat(vehicle.axles().get(0).plateaus()).hasSize(2);
    assertThat(vehicle.flags().has(WeighingFlags.SEVERAL_PLATEAUS)).isFalse();
  }

  @Test
  void rollingBackWithoutLeavingThePlatformIsOneAxle() {
    Vehicle vehicle =
        weigh(
                watched()
                    .hold(5000, 2)
                    .show(3000, 1200, 900, 2500)
                    .hold(5000, 2)
                    .hold(0, 1)
                    .axle(9000))
            .only();
    assertThat(masses(vehicle)).containsExactly(5000.0, 9000.0);
  }

  @Test
  void standingWithTheTyreHalfOffAtLastCountsAsShownAndIsFlagged() {
    Vehicle vehicle =
        weigh(watched().hold(5000, 2).show(3200).hold(2500, 2).hold(0, 1).axle(9000)).only();
    assertThat(masses(vehicle)).containsExactly(2500.0, 9000.0);
    assertThat(vehicle.axles().get(0).flags().has(WeighingFlags.SEVERAL_PLATEAUS)).isTrue();
  }

  @Test
  void drivingOnAndBackingOffShowsTheSameAxlesMirrored() {
    Vehicle vehicle = weigh(watched().axle(5000).axle(9000).axle(5000)).only();
    assertThat(vehicle.flags().has(WeighingFlags.POSSIBLE_REVERSAL)).isTrue();
    assertThat(weigh(watched().axle(5000).axle(9000).axle(5060)).only().flags().all()).isEmpty();
  }

  @Test
  void anAxleThatNeverRestedHasNoValueAndNeitherHasTheGross() {
    Vehicle vehicle =
        weigh(watched().axle(5000).show(3000, 8000, 9500, 8800, 4000).hold(0, 2).axle(9000)).only();
    assertThat(masses(vehicle)).containsExactly(5000.0, null, 9000.0);
    assertThat(vehicle.axles().get(1).flags().has(Flag.UNSTABLE)).isTrue();
    assertThat(vehicle.axles().get(1).highestKg()).isEqualTo(9500);
    assertThat(vehicle.grossKg()).isEmpty();
    assertThat(vehicle.flags().has(Flag.UNSTABLE)).isTrue();
  }

  @Test
  void aTouchOfTheEdgeIsAnAxleWithoutValueRatherThanNothing() {
    Vehicle vehicle = weigh(watched().show(400).hold(0, 1).axle(5000).axle(9000)).only();
    assertThat(masses(vehicle)).containsExactly(null, 5000.0, 9000.0);
    assertThat(vehicle.grossKg()).isEmpty();
  }

  @Test
  void anAxleThatBouncesForEverHasNoValue() {
    Readings readings = watched();
    for (int i = 0; i < 50; i++) {
      readings.show(5000 + (i % 2 == 0 ? 60 : -60));
    }
    assertThat(weigh(readings).only().grossKg()).isEmpty();
  }

  @Test
  void aSteadyIndicationTheDeviceCallsMovingIsNoWeight() {
    Vehicle vehicle =
        weigh(watched().saying(Motion.MOVING).hold(5000, 5).saying(Motion.NOT_TOLD)).only();
    assertThat(masses(vehicle)).containsExactly((Double) null);
  }

  @Test
  void aBurstAfterAStallIsNoRest() {
    Readings readings = watched().show(5000).silence(0.35).everyMs(1).hold(5000, 0.019);
    assertThat(masses(weigh(readings.everyMs(100).hold(0, 1)).only()))
        .containsExactly((Double) null);
  }

  @Test
  void whatIsTooLightOrTooHeavyIsFlaggedAndKept() {
    Vehicle light = weigh(watched().axle(200).axle(5000)).only();
    assertThat(masses(light)).containsExactly(200.0, 5000.0);
    assertThat(light.axles().get(0).flags().has(Flag.IMPLAUSIBLE)).isTrue();
    Vehicle heavy = weigh(watched().axle(26_000).axle(5000)).only();
    assertThat(heavy.grossKg()).hasValue(31_000);
    assertThat(heavy.flags().has(Flag.IMPLAUSIBLE)).isTrue();
    assertThat(weigh(watched().axle(340).axle(360)).only().flags().has(Flag.IMPLAUSIBLE)).isTrue();
  }

  @Test
  void somethingTooLightForAnAxleThatRestsBetweenAxlesMayBeALiftedOne() {
    Vehicle vehicle = weigh(watched().axle(5000).hold(80, 2).hold(0, 1).axle(9000)).only();
    assertThat(vehicle.axles()).hasSize(2);
    assertThat(vehicle.flags().all())
        .contains(WeighingFlags.POSSIBLE_MISSED_AXLE, WeighingFlags.ZERO_OFF);
  }

  @Test
  void aLiftedAxleThatStandsForTheWholeVehicleGapLeavesBothHalvesInDoubt() {
    Weigh weigh = weigh(watched().axle(5000).hold(80, 6).axle(9000));
    assertThat(weigh.vehicles()).hasSize(2);
    assertThat(weigh.vehicles())
        .allSatisfy(v -> assertThat(v.flags().has(WeighingFlags.POSSIBLE_MISSED_AXLE)).isTrue());
    weigh.hear(Readings.from(40).hold(80, 6).axle(5000).hold(80, 6).axle(4000).hold(80, 6));
    Vehicle last = weigh.vehicles().get(weigh.vehicles().size() - 1);
    assertThat(last.flags().all()).containsExactly(WeighingFlags.ZERO_OFF); // dirt, by now
  }

  @Test
  void vehiclesWithTheGapBetweenThemAreTwo() {
    Weigh weigh = weigh(watched().axle(5000).axle(9000).hold(0, 5).axle(4000).axle(8000));
    assertThat(weigh.vehicles()).extracting(Vehicle::number).containsExactly(1, 2);
    assertThat(weigh.vehicles())
        .extracting(v -> v.grossKg().getAsDouble())
        .containsExactly(14_000.0, 12_000.0);
    assertThat(weigh.vehicles().get(1).flags().all()).isEmpty();
  }

  @Test
  void vehiclesCloserThanTheGapCannotBeToldApartAndTheDoubtIsSaid() {
    Vehicle both = weigh(watched().axle(5000).axle(9000).hold(0, 2).axle(4000).axle(8000)).only();
    assertThat(both.axles()).hasSize(4);
    assertThat(both.flags().has(WeighingFlags.POSSIBLE_TWO_VEHICLES)).isTrue();
  }

  @Test
  void moreAxlesThanAVehicleHasAreFlagged() {
    Readings readings = watched();
    for (int i = 0; i < 7; i++) {
      readings.axle(4000 + 100 * i);
    }
    assertThat(weigh(readings).only().flags().has(Flag.IMPLAUSIBLE)).isTrue();
  }

  @Test
  void aChatteringPlatformCannotFillTheMemory() {
    Readings readings = watched();
    for (int i = 0; i < 200; i++) {
      readings.show(3000, 0);
    }
    List<Vehicle> vehicles = weigh(readings).vehicles();
    assertThat(vehicles).hasSize(4);
    assertThat(vehicles.get(0).axles()).hasSize(StaticWeighing.MOST_AXLES);
    assertThat(vehicles.get(0).ending()).isEqualTo(Ending.AXLE_LIMIT);
  }

  @Test
  void aSwayingLoadKeepsTheFirstTheExtremesAndTheLatestPlateaus() {
    Readings readings = watched().hold(5000, 1.5).hold(7000, 1.5).hold(3000, 1.5);
    for (int i = 0; i < 60; i++) {
      readings.hold(5100 + 40 * (i % 5), 1.2);
    }
    Axle axle = weigh(readings).only().axles().get(0);
    assertThat(axle.plateaus()).hasSize(Axle.MOST_PLATEAUS);
    assertThat(axle.plateaus()).extracting(Plateau::massKg).startsWith(5000.0, 7000.0, 3000.0);
    assertThat(axle.farthestPlateauKg()).isEqualTo(5260 - 3000);
  }

  @Test
  void aPlatformLoadedTooLongIsStuckAndSaysSoUntilItIsClear() {
    Weigh weigh = new Weigh(Rules.USUAL).hear(watched().hold(5000, 61));
    assertThat(weigh.weighing().situation().stuck()).isTrue();
    Weigh later = weigh.hear(Readings.from(67).hold(0, 6));
    assertThat(later.only().flags().has(WeighingFlags.STUCK_PLATFORM)).isTrue();
    assertThat(later.weighing().situation().stuck()).isFalse();
  }

  @Test
  void anOverloadedScaleTaintsTheAxleAndGivesNoValueByItself() {
    Vehicle tainted =
        weigh(
                watched()
                    .hold(5000, 2)
                    .flagged(Flag.OUT_OF_RANGE)
                    .show(0, 0) // as some indicators blank their digits
                    .flagged()
                    .hold(5000, 2))
            .only();
    assertThat(tainted.axles()).hasSize(1);
    assertThat(tainted.flags().has(Flag.OUT_OF_RANGE)).isTrue();
    Vehicle over = weigh(watched().hold(30_200, 2).hold(0, 1)).only();
    assertThat(over.flags().has(Flag.OUT_OF_RANGE)).isTrue();
  }

  @Test
  void anOverloadedScaleThatShowsNothingIsAsGoodAsBlind() {
    Weigh weigh =
        weigh(watched().flagged(Flag.OUT_OF_RANGE).hold(0, 2).flagged().hold(0, 1).axle(5000));
    assertThat(weigh.gaps()).extracting(Gap::cause).containsExactly("not-running", "out-of-range");
    assertThat(weigh.only().flags().has(WeighingFlags.POSSIBLE_MISSED_AXLE)).isTrue();
  }

  @Test
  void aNetIndicationGivesNoValue() {
    Vehicle vehicle = weigh(watched().as(Basis.NET).hold(5000, 3).as(Basis.GROSS)).only();
    assertThat(vehicle.grossKg()).isEmpty();
    assertThat(vehicle.flags().has(WeighingFlags.NET_INDICATION)).isTrue();
  }

  @Test
  void aSimulatedReadingMarksEverythingItTouches() {
    Vehicle vehicle = weigh(watched().flagged(Flag.SIMULATED).axle(5000)).only();
    assertThat(vehicle.axles().get(0).flags().has(Flag.SIMULATED)).isTrue();
    assertThat(vehicle.flags().has(Flag.SIMULATED)).isTrue();
  }

  @Test
  void aZeroThatHasDriftedIsToldAndNeverCorrected() {
    Vehicle vehicle = weigh(Readings.from(0).hold(60, 6).axle(5000)).only();
    assertThat(masses(vehicle)).containsExactly(5000.0);
    assertThat(vehicle.flags().has(WeighingFlags.ZERO_OFF)).isTrue();
    assertThat(vehicle.axles().get(0).zeroBeforeKg()).hasValue(60);
    assertThat(
            weigh(Readings.from(0).hold(-60, 6).axle(5000))
                .only()
                .flags()
                .has(WeighingFlags.ZERO_OFF))
        .isTrue();
  }

  @Test
  void aPlatformThatDoesNotComeBackToZeroTaintsTheAxleBefore() {
    Vehicle vehicle = weigh(watched().hold(5000, 2).hold(60, 1.5).axle(9000)).only();
    assertThat(vehicle.axles().get(0).flags().has(WeighingFlags.ZERO_NOT_RETURNED)).isTrue();
    assertThat(vehicle.axles().get(1).flags().has(WeighingFlags.ZERO_NOT_RETURNED)).isFalse();
    Vehicle quick = weigh(watched().hold(5000, 2).show(60, 60, 60).axle(9000)).only();
    assertThat(quick.flags().has(WeighingFlags.ZERO_NOT_RETURNED)).isFalse();
  }

  @Test
  void aZeroNeverSeenAtRestIsSaid() {
    assertThat(
            weigh(Readings.from(0).hold(0, 0.5).axle(5000))
                .only()
                .flags()
                .has(WeighingFlags.ZERO_UNCHECKED))
        .isTrue();
  }

  @Test
  void aCoarserIndicationThanConfiguredIsFlagged() {
    StaticRules fine =
        new StaticRules(
            Rules.REST,
            10,
            100,
            40,
            30_000,
            5 * SECOND,
            SECOND / 2,
            60 * SECOND,
            Rules.USUAL.plausibility());
    Weigh weigh = new Weigh(fine).hear(watched().axle(5000).hold(0, 6));
    assertThat(weigh.only().flags().has(WeighingFlags.INTERVAL_MISMATCH)).isTrue();
  }

  @Test
  void thePhasesAreSeenAsTheyHappen() {
    Weigh weigh = new Weigh(Rules.USUAL);
    List<Phase> phases = new ArrayList<>();
    phases.add(weigh.weighing().situation().phase());
    for (Readings step :
        List.of(
            Readings.from(0).hold(0, 2),
            Readings.from(2).show(2000, 4000),
            Readings.from(2.2).hold(5000, 1.5),
            Readings.from(3.7).show(3000),
            Readings.from(3.8).show(0))) {
      phases.add(weigh.hear(step).weighing().situation().phase());
    }
    assertThat(phases)
        .containsExactly(
            Phase.UNSEEN, Phase.CLEAR, Phase.RISING, Phase.AT_REST, Phase.FALLING, Phase.CLEAR);
  }
}
