// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.tolling.lane.LaneOutcome.Terms;
import io.wayside.tolling.tag.TagNumber;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A tag that is not heard as its vehicle comes, and a few times a second as it stands. */
class SeldomTest {

  private static final Neighbours SILENT = (tag, score, alone, nanos) -> Neighbours.Word.MINE;

  private final Bench bench = Bench.open(Bench.ROOMY, SILENT);

  private static Bench comes(Bench bench, long thenSilentMs) {
    return bench.occupied(Detector.ARMING).pass(900).free(Detector.ARMING).pass(thenSilentMs);
  }

  /** At the floor, where strength says nothing. */
  private static Bench seldom(Bench bench, long ms, TagNumber... tags) {
    for (long i = 0; i < ms; i += 250) {
      for (TagNumber tag : tags) {
        bench.heard(tag, Bench.LANE, -76);
      }
      bench.pass(250);
    }
    return bench;
  }

  @Test
  void theOnlyOneThatIsHeardOnAndOnIsLetPassAndHeldBack() {
    seldom(comes(bench, 1_000), 1_500, Bench.ANNA);
    assertThat(bench.granted()).as("not at once").isEmpty();
    seldom(bench, 2_500, Bench.ANNA);
    assertThat(bench.granted()).hasSize(1);

    bench.armOpens().pass(300).cross();
    assertThat(bench.terms()).containsExactly(Terms.REVIEW);
    assertThat(bench.passage().evidence().flags().all())
        .contains(LaneFlags.WEAK_TAG, LaneFlags.HELD_BACK);
    assertThat(bench.all(LaneAct.AskLater.class)).hasSize(1);
  }

  @Test
  void ofTwoNeitherIs() {
    seldom(comes(bench, 1_000), 8_000, Bench.ANNA, Bench.BAO);
    assertThat(bench.granted()).isEmpty();
  }

  @Test
  void whatIsFirstHeardLongAfterMayBeAnybodys() {
    seldom(comes(bench, 5_000), 8_000, Bench.ANNA);
    assertThat(bench.granted()).isEmpty();
  }

  @Test
  void whatWasHeardLongBeforeIsNotThisOnes() {
    seldom(bench, 6_000, Bench.ANNA);
    seldom(comes(bench, 0), 8_000, Bench.ANNA);
    assertThat(bench.granted()).isEmpty();
  }

  @Test
  void itMayBeOfOneBehindWhoHasNone() {
    comes(bench, 700).occupied(Detector.ARMING);
    seldom(bench, 8_000, Bench.ANNA);
    assertThat(bench.granted()).isEmpty();
  }

  @Test
  void notOfOneBehindWhoHasHisOwn() {
    comes(bench, 700).arrive(Bench.BAO);
    for (int i = 0; i < 40; i++) {
      bench.heard(Bench.BAO, Bench.LANE, -54);
      seldom(bench, 250, Bench.ANNA);
    }
    assertThat(bench.granted()).hasSize(2);
    assertThat(bench.granted().get(0).evidence().choice().orElseThrow().tag())
        .isEqualTo(Bench.ANNA);
  }

  @Test
  void aTagThatNoListKnowsIsNobodys() {
    seldom(comes(bench, 1_000), 8_000, Bench.GOODS);
    assertThat(bench.granted()).isEmpty();
  }

  @Test
  void anotherLaneThatHearsItHasIt() {
    for (Neighbours.Word word : Neighbours.Word.values()) {
      Bench each = Bench.open(Bench.ROOMY, (tag, score, alone, nanos) -> word);
      seldom(comes(each, 1_000), 8_000, Bench.ANNA);
      assertThat(each.granted()).as("%s", word).hasSize(word == Neighbours.Word.MINE ? 1 : 0);
    }
  }

  @Test
  void whereNobodyIsAskedLaterAPersonIsWaitedFor() {
    for (LaneRules.Alone alone : List.of(LaneRules.Alone.CHARGE, LaneRules.Alone.REVIEW)) {
      Bench each = Bench.open(new Bench(LaneRules.usual().with(alone), Bench.ROOMY, SILENT));
      seldom(comes(each, 1_000), 8_000, Bench.ANNA);
      assertThat(each.granted()).isEmpty();
    }
  }
}
