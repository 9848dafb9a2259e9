// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.simulators.llrp.SimulatedTag;
import io.wayside.rig.simulators.toll.TrueTag;
import io.wayside.rig.simulators.toll.TrueVehicle;
import io.wayside.rig.simulators.toll.road.VehicleKind;
import io.wayside.rig.simulators.toll.scenario.Rule.Kind;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RuleTest {

  private static TrueVehicle vehicle(int lane, boolean passed, int reads, boolean called) {
    return vehicle(lane, passed, reads, called, reads);
  }

  private static TrueVehicle vehicle(
      int lane, boolean passed, int reads, boolean called, int readsAtCall) {
    SimulatedTag tag = SimulatedTag.of("3416214b9400000000000001");
    return new TrueVehicle(
        1,
        lane,
        VehicleKind.CAR,
        "steady",
        List.of(new TrueTag(tag, false, Map.of(lane, reads), Map.of())),
        0,
        OptionalLong.of(1),
        OptionalLong.empty(),
        passed ? OptionalLong.of(2) : OptionalLong.empty(),
        !passed,
        called,
        readsAtCall,
        false,
        0);
  }

  @ParameterizedTest
  @EnumSource
  void whoDidNotPassIsNeverCharged(Kind kind) {
    assertThat(Rule.of(kind, "x").expected(vehicle(1, false, 100, false)).allowed())
        .containsExactlyInAnyOrder(Outcome.ABORTED, Outcome.NOTHING);
  }

  @ParameterizedTest
  @EnumSource
  void whoIsInAnotherLaneIsNobodyHere(Kind kind) {
    assertThat(Rule.of(kind, "x").expected(vehicle(2, true, 100, false)).allowed())
        .containsExactly(Outcome.NOTHING);
  }

  @Test
  void aReadableTagMustPayAndAnUnreadableOneMay() {
    Rule rule = Rule.of(Kind.PAYS, "x");
    assertThat(rule.expected(vehicle(1, true, 4, false)).mustPay()).isTrue();
    assertThat(rule.expected(vehicle(1, true, 3, false)).allowed())
        .containsExactlyInAnyOrder(Outcome.CHARGED, Outcome.MANUAL, Outcome.VIOLATION);
  }

  @Test
  void whoCalledBeforeTheTagWasReadMayBeLetPassByHandAndWhoWasReadMustPay() {
    Rule rule = Rule.of(Kind.PAYS, "x");
    assertThat(rule.expected(vehicle(1, true, 400, true, 3)).allowed())
        .containsExactlyInAnyOrder(Outcome.CHARGED, Outcome.MANUAL, Outcome.VIOLATION);
    assertThat(rule.expected(vehicle(1, true, 400, true, 4)).mustPay()).isTrue();
    assertThat(Rule.of(Kind.HELD, "x").expected(vehicle(1, true, 400, true, 4)).mustPay())
        .isFalse();
  }

  @Test
  void whoHasNothingToPayWithIsNeverCharged() {
    assertThat(Rule.of(Kind.NEVER).expected(vehicle(1, true, 100, false)).allowed())
        .containsExactlyInAnyOrder(Outcome.MANUAL, Outcome.VIOLATION);
    assertThat(Rule.of(Kind.FREE).expected(vehicle(1, true, 100, false)).allowed())
        .containsExactly(Outcome.FREE);
  }

  @Test
  void flagsGoWithThePassage() {
    Rule rule = Rule.of(Kind.PAYS, "x").flagged("class-mismatch");
    assertThat(rule.expected(vehicle(1, true, 9, false)).flags()).containsExactly("class-mismatch");
    assertThat(rule.expected(vehicle(1, false, 9, false)).flags()).isEmpty();
  }
}
