// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.simulators.llrp.SimulatedTag;
import io.wayside.rig.simulators.toll.TrueTag;
import io.wayside.rig.simulators.toll.TrueVehicle;
import io.wayside.rig.simulators.toll.road.VehicleKind;
import io.wayside.rig.simulators.toll.scenario.Rule;
import io.wayside.tolling.lane.LaneOutcome.Terms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A scripted truth and what a lane might write of it, right and wrong in every way. */
class TollJudgeTest {

  private static final String ONE = "3416214b9400000000000001";
  private static final String TWO = "3416214b9400000000000002";

  private final Map<Integer, Rule> rules = new HashMap<>();

  @Test
  void aChargeOfItsOwnTagIsRight() {
    TrueVehicle car = pays(1, 10, ONE);
    assertThat(lots(List.of(car), charged(10, ONE))).containsExactly(Lot.CHARGED_RIGHT);
  }

  @Test
  void aChargeOfAnothersTagIsWrong() {
    TrueVehicle car = pays(1, 10, ONE);
    Finding finding = judge(List.of(car), charged(10, TWO, "unarbitrated")).get(0);
    assertThat(finding.lot()).isEqualTo(Lot.WRONG_TAG);
    assertThat(finding.unflaggedWrong()).as("unarbitrated is no flag here").isTrue();
  }

  @Test
  void aWrongChargeThatSaysItIsInDoubtIsFlagged() {
    TrueVehicle car = pays(1, 10, ONE);
    Finding finding = judge(List.of(car), charged(10, TWO, "several-tags")).get(0);
    assertThat(finding.lot()).isEqualTo(Lot.WRONG_TAG);
    assertThat(finding.unflaggedWrong()).isFalse();
  }

  @Test
  void aChargeOfAVehicleThatHasNothingToPayWithIsWrong() {
    TrueVehicle bare = vehicle(1, 10, false, Rule.of(Rule.Kind.NEVER));
    assertThat(lots(List.of(bare), charged(10, TWO))).containsExactly(Lot.WRONG_TAG);
  }

  @Test
  void twoVehiclesChargedWithEachOthersTagsAreTwoWrongCharges() {
    List<TrueVehicle> cars = List.of(pays(1, 10, ONE), pays(2, 20, TWO));
    assertThat(lots(cars, charged(10, TWO), charged(20, ONE)))
        .containsExactly(Lot.WRONG_TAG, Lot.WRONG_TAG);
  }

  @Test
  void aSecondChargeOfOnePassageIsTwice() {
    TrueVehicle car = pays(1, 10, ONE);
    assertThat(lots(List.of(car), charged(10, ONE), charged(10, ONE)))
        .containsExactly(Lot.CHARGED_RIGHT, Lot.TWICE);
    assertThat(lots(List.of(car), charged(10, ONE), charged(40, ONE)))
        .containsExactly(Lot.CHARGED_RIGHT, Lot.TWICE);
  }

  @Test
  void aChargeWhenNobodyPassedIsWithoutPassage() {
    TrueVehicle back = backedOut(1, ONE);
    assertThat(lots(List.of(back), charged(10, ONE)))
        .containsExactly(Lot.OTHER_RIGHT, Lot.NO_PASSAGE);
  }

  @Test
  void aVehicleOfTheLaneBesideIsNobodyHere() {
    TrueVehicle car = vehicle(1, 2, 10, false, Rule.of(Rule.Kind.PAYS, ONE), ONE);
    assertThat(lots(List.of(car))).isEmpty();
    assertThat(lots(List.of(car), charged(10, ONE))).containsExactly(Lot.NO_PASSAGE);
  }

  @Test
  void whoPassedWithAReadableTagAndWasNotChargedIsMissed() {
    TrueVehicle car = pays(1, 10, ONE);
    assertThat(lots(List.of(car))).containsExactly(Lot.MISSED_SILENT);
    assertThat(lots(List.of(car), passed(10, Terms.FREE))).containsExactly(Lot.MISSED_SILENT);
    assertThat(lots(List.of(car), passed(10, Terms.MANUAL))).containsExactly(Lot.MISSED_HELD);
    assertThat(lots(List.of(car), passed(10, Terms.REVIEW))).containsExactly(Lot.MISSED_FLAGGED);
    assertThat(lots(List.of(car), passed(10, Terms.VIOLATION))).containsExactly(Lot.MISSED_FLAGGED);
    assertThat(judge(List.of(car)).get(0).unflaggedWrong()).isTrue();
    assertThat(judge(List.of(car), passed(10, Terms.REVIEW)).get(0).unflaggedWrong()).isFalse();
  }

  @Test
  void aPassageThatIsCalledAnAbortIsMissedInSilence() {
    TrueVehicle car = pays(1, 10, ONE);
    assertThat(lots(List.of(car), aborted(9, ONE, false))).containsExactly(Lot.MISSED_SILENT);
  }

  @Test
  void whatARestartLeavesForReviewIsRightWhereThePowerWasGone() {
    TrueVehicle car = vehicle(1, 10, false, Rule.of(Rule.Kind.RECOVERS, ONE), ONE);
    assertThat(lots(List.of(car), aborted(30, ONE, true))).containsExactly(Lot.OTHER_RIGHT);
    assertThat(lots(List.of(car), aborted(30, TWO, true))).containsExactly(Lot.OTHER_SILENT);
    assertThat(lots(List.of(car))).containsExactly(Lot.OTHER_SILENT);
  }

  @Test
  void whoHasNoTagMayBeLetThroughByHandAndNotForFree() {
    TrueVehicle bare = vehicle(1, 10, true, Rule.of(Rule.Kind.NEVER));
    assertThat(lots(List.of(bare), passed(10, Terms.MANUAL))).containsExactly(Lot.OTHER_RIGHT);
    assertThat(lots(List.of(bare), passed(10, Terms.REVIEW))).containsExactly(Lot.OTHER_RIGHT);
    assertThat(lots(List.of(bare), passed(10, Terms.FREE))).containsExactly(Lot.OTHER_SILENT);
  }

  @Test
  void whoIsExemptAndIsStoppedIsWronglyTreatedAndFlagged() {
    TrueVehicle exempt = vehicle(1, 10, false, Rule.of(Rule.Kind.FREE), ONE);
    assertThat(lots(List.of(exempt), passed(10, Terms.FREE))).containsExactly(Lot.OTHER_RIGHT);
    assertThat(lots(List.of(exempt), passed(10, Terms.VIOLATION)))
        .containsExactly(Lot.OTHER_FLAGGED);
  }

  @Test
  void aRecordOfNobodyIsAStray() {
    assertThat(lots(List.of(), passed(10, Terms.VIOLATION))).containsExactly(Lot.STRAY);
    assertThat(lots(List.of(), passed(10, Terms.FREE))).containsExactly(Lot.OTHER_SILENT);
    assertThat(lots(List.of(), aborted(10, ONE, false))).isEmpty();
  }

  @Test
  void aSecondTagMustBeSpokenOf() {
    Rule rule = Rule.of(Rule.Kind.SEVERAL, ONE, TWO).flagged("second-tag");
    TrueVehicle car = vehicle(1, 10, false, rule, ONE, TWO);
    assertThat(lots(List.of(car), charged(10, ONE, "several-tags")))
        .containsExactly(Lot.CHARGED_RIGHT);
    assertThat(lots(List.of(car), charged(10, ONE))).containsExactly(Lot.FLAG_MISSING);
  }

  @Test
  void twoCloseTogetherAreToldApartByTheirOrder() {
    List<TrueVehicle> cars = List.of(pays(1, 10, ONE), pays(2, 11.5, TWO));
    assertThat(lots(cars, charged(10, ONE), charged(11.4, TWO)))
        .containsExactly(Lot.CHARGED_RIGHT, Lot.CHARGED_RIGHT);
    assertThat(lots(cars, charged(10, ONE), passed(11.4, Terms.VIOLATION)))
        .containsExactly(Lot.CHARGED_RIGHT, Lot.MISSED_FLAGGED);
    assertThat(lots(cars, charged(10, ONE))).containsExactly(Lot.CHARGED_RIGHT, Lot.MISSED_SILENT);
  }

  private List<Lot> lots(List<TrueVehicle> truth, Ending... endings) {
    return judge(truth, endings).stream().map(Finding::lot).toList();
  }

  private List<Finding> judge(List<TrueVehicle> truth, Ending... endings) {
    return TollJudge.judge(
        Rule.LANE,
        truth,
        List.of(endings),
        vehicle -> rules.getOrDefault(vehicle.id(), Rule.of(Rule.Kind.NEVER)).expected(vehicle));
  }

  private TrueVehicle pays(int id, double atS, String tag) {
    return vehicle(id, atS, false, Rule.of(Rule.Kind.PAYS, tag), tag);
  }

  private TrueVehicle backedOut(int id, String tag) {
    rules.put(id, Rule.of(Rule.Kind.PAYS, tag));
    return made(id, Rule.LANE, OptionalLong.empty(), false, tag);
  }

  private TrueVehicle vehicle(int id, double atS, boolean called, Rule rule, String... tags) {
    return vehicle(id, Rule.LANE, atS, called, rule, tags);
  }

  private TrueVehicle vehicle(
      int id, int lane, double atS, boolean called, Rule rule, String... tags) {
    rules.put(id, rule);
    return made(id, lane, OptionalLong.of(nanos(atS)), called, tags);
  }

  /** On the safety loop for 1.5 s from the time given. */
  private static TrueVehicle made(
      int id, int lane, OptionalLong reached, boolean called, String... tags) {
    return new TrueVehicle(
        id,
        lane,
        VehicleKind.CAR,
        "scripted",
        List.of(tags).stream()
            .map(
                tag -> new TrueTag(SimulatedTag.of(tag), false, Map.of(lane, 9), Map.of(lane, -50)))
            .toList(),
        0,
        OptionalLong.of(1),
        reached,
        reached.isEmpty() ? reached : OptionalLong.of(reached.getAsLong() + nanos(1.5)),
        reached.isEmpty(),
        called,
        0,
        false,
        0);
  }

  private static Ending charged(double atS, String tag, String... flags) {
    return new Ending(
        1,
        Optional.of(Terms.CHARGED),
        false,
        Optional.of(tag),
        nanos(atS),
        nanos(atS + 1.4),
        Set.of(flags));
  }

  private static Ending passed(double atS, Terms terms) {
    return new Ending(
        2, Optional.of(terms), false, Optional.empty(), nanos(atS), nanos(atS + 1.4), Set.of());
  }

  private static Ending aborted(double atS, String tag, boolean unproven) {
    return new Ending(
        3, Optional.empty(), unproven, Optional.of(tag), nanos(atS), nanos(atS + 3), Set.of());
  }

  private static long nanos(double seconds) {
    return (long) (seconds * 1e9);
  }
}
