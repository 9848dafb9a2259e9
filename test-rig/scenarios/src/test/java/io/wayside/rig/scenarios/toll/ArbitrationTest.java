// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.tolling.lane.LaneOutcome.Terms;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArbitrationTest {

  private static final String ONE = "3416214b9400000000000001";

  private static Ending passage(Terms terms, String epc, long atS, String... flags) {
    return new Ending(
        1,
        Optional.of(terms),
        false,
        Optional.ofNullable(epc.isEmpty() ? null : epc),
        atS * 1_000_000_000L,
        (atS + 1) * 1_000_000_000L,
        Set.of(flags));
  }

  @Test
  void passagesWithATagAreCountedByWhetherTheOthersCouldBeAsked() {
    Arbitration counted =
        Arbitration.of(
            List.of(
                List.of(
                    passage(Terms.CHARGED, ONE, 1),
                    passage(Terms.REVIEW, ONE, 2, "claim-conflict"),
                    passage(Terms.MANUAL, "", 3)),
                List.of(
                    passage(Terms.CHARGED, "b2", 4, "unarbitrated"),
                    passage(Terms.REVIEW, "b2", 5, "possible-duplicate"))),
            true,
            7);
    assertThat(counted).isEqualTo(new Arbitration(3, 1, 1, 1, 0, 0, 0, 7));
    assertThat(counted.plus(counted)).isEqualTo(new Arbitration(6, 2, 2, 2, 0, 0, 0, 14));
  }

  @Test
  void whoNeverAsksIsNeverArbitrated() {
    assertThat(
            Arbitration.of(List.of(List.of(passage(Terms.CHARGED, ONE, 1))), false, 0).arbitrated())
        .isZero();
  }

  @Test
  void aTagIsChargedTwiceWhenBothAreChargesOfTheSameThreeMinutes() {
    assertThat(twice(passage(Terms.CHARGED, ONE, 1), passage(Terms.CHARGED, ONE, 180))).isOne();
    assertThat(twice(passage(Terms.CHARGED, ONE, 1), passage(Terms.CHARGED, ONE, 181))).isZero();
    assertThat(twice(passage(Terms.CHARGED, ONE, 1), passage(Terms.REVIEW, ONE, 2))).isZero();
    assertThat(twice(passage(Terms.CHARGED, ONE, 9), passage(Terms.CHARGED, ONE, 1))).isOne();
  }

  private static int twice(Ending one, Ending other) {
    return Arbitration.of(List.of(List.of(one), List.of(other)), true, 0).chargedTwice();
  }
}
