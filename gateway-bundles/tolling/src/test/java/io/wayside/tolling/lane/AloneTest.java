// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.tolling.lane.LaneOutcome.Terms;
import org.junit.jupiter.api.Test;

/** A lane that cannot ask the others. */
class AloneTest {

  private static final Neighbours SILENT =
      (tag, score, alone, nanos) -> Neighbours.Word.UNARBITRATED;

  private static Bench bench(LaneRules.Alone alone, Neighbours neighbours) {
    return Bench.open(new Bench(LaneRules.usual().with(alone), Bench.ROOMY, neighbours));
  }

  @Test
  void itChargesByItsOwnRuleAndMarksThat() {
    Bench bench = bench(LaneRules.Alone.CHARGE, SILENT);
    bench.arrive(Bench.ANNA).leave();
    assertThat(bench.terms()).containsExactly(Terms.CHARGED);
    assertThat(bench.passage().evidence().flags().all())
        .contains(LaneFlags.UNARBITRATED)
        .doesNotContain(LaneFlags.OWN_UNPROVEN);
  }

  @Test
  void whereTheSiteSaysSoAPersonDecides() {
    Bench bench = bench(LaneRules.Alone.REVIEW, SILENT);
    bench.arrive(Bench.ANNA).leave();
    assertThat(bench.terms()).containsExactly(Terms.REVIEW);
    assertThat(bench.passage().evidence().flags().all())
        .contains(LaneFlags.UNARBITRATED, LaneFlags.OWN_UNPROVEN);
  }

  @Test
  void aPlateOfThatTagIsProofEnoughAndAnotherIsNone() {
    for (boolean same : new boolean[] {true, false}) {
      Bench bench = bench(LaneRules.Alone.REVIEW, SILENT);
      bench.judge.registers(Bench.ANNA, "aa");
      bench.arrive(Bench.ANNA);
      bench.on(new LaneEvent.Plate(bench.now(), same ? "aa" : "bb")).leave();
      assertThat(bench.terms()).containsExactly(same ? Terms.CHARGED : Terms.REVIEW);
    }
  }

  @Test
  void whoCanAskIsNotConcerned() {
    Bench bench = bench(LaneRules.Alone.REVIEW, (tag, score, alone, nanos) -> Neighbours.Word.MINE);
    bench.arrive(Bench.ANNA).leave();
    assertThat(bench.terms()).containsExactly(Terms.CHARGED);
  }
}
