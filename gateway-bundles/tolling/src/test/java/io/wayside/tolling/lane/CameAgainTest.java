// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.tolling.lane.LaneOutcome.Passage;
import io.wayside.tolling.lane.LaneOutcome.Terms;
import io.wayside.tolling.lane.LaneOutcome.Violation;
import io.wayside.tolling.lane.LaneOutcome.Why;
import io.wayside.tolling.tag.TagNumber;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A car that is two to the arming loop, and a car without a tag that is followed. */
class CameAgainTest {

  private static final Neighbours SILENT = (tag, score, alone, nanos) -> Neighbours.Word.MINE;

  private final Bench bench = Bench.open(Bench.ROOMY, SILENT);

  /** On the loop, off it, and on it again, the tag ahead of it all the while. */
  private static void twice(Bench bench) {
    approach(bench, 400);
    bench.occupied(Detector.ARMING);
    approach(bench, 2_000);
    bench.free(Detector.ARMING);
    approach(bench, 1_500);
    bench.arrive(Bench.ANNA).hear(Bench.ANNA, -54, 600).free(Detector.ARMING);
  }

  private static void approach(Bench bench, long ms) {
    for (long i = 0; i < ms; i += 50) {
      bench.heard(Bench.ANNA, Bench.APPROACH, -56).pass(50);
    }
  }

  @Test
  void whoCameTwiceWaitsForNobodyAndIsChargedWhenAllWereAsked() {
    twice(bench);
    assertThat(bench.lane().vehicles()).isEqualTo(2);
    bench.hear(Bench.ANNA, -53, 3_500);
    assertThat(bench.granted()).as("not at once").isEmpty();
    bench.hear(Bench.ANNA, -53, 1_000);

    assertThat(bench.aborts()).singleElement().extracting(a -> a.why()).isEqualTo(Why.VANISHED);
    assertThat(bench.granted()).hasSize(1);
    bench.armOpens().cross();
    assertThat(bench.terms()).containsExactly(Terms.REVIEW);
    assertThat(bench.passage().evidence().flags().all())
        .contains(LaneFlags.HELD_BACK)
        .doesNotContain(LaneFlags.ORDER_IN_DOUBT);
    assertThat(bench.all(LaneAct.AskLater.class))
        .singleElement()
        .extracting(LaneAct.AskLater::tag)
        .isEqualTo(Bench.ANNA);
  }

  /** It sounded the same; the tag says at the loop that it was not. */
  @Test
  void aCarWithoutATagThatWasFollowedPassesUnchargedAndTheOneBehindPaysOnce() {
    twice(bench);
    bench.hear(Bench.ANNA, -53, 4_500).armOpens();
    bench.occupied(Detector.CURTAIN).hear(Bench.ANNA, -53, 100).occupied(Detector.SAFETY);
    bench.hear(Bench.ANNA, -53, 600).free(Detector.CURTAIN).hear(Bench.ANNA, -53, 300);
    bench.free(Detector.SAFETY);
    assertThat(bench.passage().violation()).isEqualTo(Violation.UNSEEN);
    assertThat(bench.passage().evidence().choice()).isEmpty();
    assertThat(bench.all(LaneAct.AskLater.class)).isEmpty();

    bench.hear(Bench.ANNA, -51, 500).cross().rest();
    assertThat(bench.chargedTags()).isEmpty();
    assertThat(bench.all(LaneAct.AskLater.class)).hasSize(1);
    Passage last = bench.passages().get(1);
    assertThat(last.evidence().choice().orElseThrow().tag()).isEqualTo(Bench.ANNA);
  }

  @Test
  void whereTwoHaveStoodBehindEachOtherTheFirstIsSomebody() {
    stands(Bench.BAO);
    stands(Bench.CHI);
    bench.armOpens();
    for (int i = 0; i < 50; i++) {
      bench.heard(Bench.BAO, Bench.LANE, -51).heard(Bench.CHI, Bench.LANE, -55).pass(50);
    }
    bench.cross().hear(Bench.CHI, -51, 300).cross().rest();
    assertThat(bench.chargedTags()).containsExactly(Bench.BAO, Bench.CHI);

    twice(bench);
    bench.hear(Bench.ANNA, -53, 10_000);
    assertThat(bench.granted()).hasSize(2);
    assertThat(bench.aborts()).isEmpty();
  }

  private void stands(TagNumber tag) {
    bench.arrive(tag).free(Detector.ARMING).hear(tag, -53, 300);
  }

  @Test
  void whereNobodyIsAskedLaterAPersonIsWaitedFor() {
    for (LaneRules.Alone alone : List.of(LaneRules.Alone.CHARGE, LaneRules.Alone.REVIEW)) {
      Bench each = Bench.open(new Bench(LaneRules.usual().with(alone), Bench.ROOMY, SILENT));
      twice(each);
      each.hear(Bench.ANNA, -53, 10_000);
      assertThat(each.granted()).isEmpty();
    }
    Bench single = Bench.open(Bench.ROOMY);
    twice(single);
    single.hear(Bench.ANNA, -53, 10_000);
    assertThat(single.granted()).isEmpty();
  }

  @Test
  void aTagThatIsSilentOpensNothing() {
    twice(bench);
    bench.pass(10_000);
    assertThat(bench.granted()).isEmpty();
  }
}
