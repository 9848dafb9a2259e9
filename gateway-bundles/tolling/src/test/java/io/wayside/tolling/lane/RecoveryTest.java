// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.tolling.lane.LaneAct.Request;
import io.wayside.tolling.lane.LaneOutcome.Grant;
import io.wayside.tolling.lane.LaneOutcome.Terms;
import io.wayside.tolling.lane.LaneOutcome.Why;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Power fails between a grant and its end: nothing lost, nothing doubled, nothing closed on. */
class RecoveryTest {

  private static Grant grant() {
    Bench before = Bench.open(Bench.ROOMY);
    before.arrive(Bench.ANNA);
    return before.granted().get(0);
  }

  private static Bench restarted(OpenGrant... open) {
    Bench bench = new Bench(Bench.ROOMY, Neighbours.NONE);
    bench.keep(bench.lane.resume(List.of(open), List.of(), bench.now()));
    bench.order(LaneOrder.OPEN).free(Detector.CURTAIN).arm(ArmPosition.OPEN);
    return bench;
  }

  private static OpenGrant fresh() {
    return new OpenGrant(grant(), 20_000_000_000L);
  }

  @Test
  void whoIsOnTheSafetyLoopGoesOnAndIsChargedWhenItFalls() {
    Bench bench = restarted(fresh());
    bench.free(Detector.ARMING).occupied(Detector.SAFETY).pass(2_000);
    assertThat(bench.barrier()).isNotEqualTo(Request.LOWER);
    bench.free(Detector.SAFETY).rest();

    assertThat(bench.passage().terms()).isEqualTo(Terms.CHARGED);
    assertThat(bench.passage().evidence().flags().all()).containsExactly(LaneFlags.RECOVERED);
    assertThat(bench.passage().evidence().vehicle()).isEqualTo(1);
    assertThat(bench.aborts()).isEmpty();
  }

  @Test
  void whoIsOnTheArmingLoopKeepsItsGrant() {
    Bench bench = restarted(fresh());
    bench.occupied(Detector.ARMING).free(Detector.SAFETY);
    assertThat(bench.lane.state()).isEqualTo(LaneState.PASS_GRANTED);
    assertThat(bench.granted()).as("it is not granted twice").isEmpty();
    bench.hear(Bench.ANNA, -54, 300).leave().rest();

    assertThat(bench.chargedTags()).containsExactly(Bench.ANNA);
  }

  @Test
  void anEmptyLaneLeavesItUnprovenAndUncharged() {
    Bench bench = restarted(fresh());
    bench.free(Detector.ARMING);
    assertThat(bench.aborts()).as("the other loop was not heard").isEmpty();
    bench.free(Detector.SAFETY).rest();

    assertThat(bench.aborts()).singleElement().extracting(a -> a.why()).isEqualTo(Why.UNPROVEN);
    assertThat(bench.aborts().get(0).grant()).isPresent();
    assertThat(bench.passages()).isEmpty();
    assertThat(bench.barrier()).isEqualTo(Request.LOWER);
  }

  @Test
  void whoStandsBetweenTheLoopsGoesOnWhenItsTagIsHeard() {
    Bench bench = restarted(fresh());
    bench.free(Detector.ARMING).free(Detector.SAFETY).hear(Bench.ANNA, -54, 5_000);
    assertThat(bench.barrier()).as("not on who is about to drive").isNotEqualTo(Request.LOWER);
    bench.cross().rest();

    assertThat(bench.passage().terms()).isEqualTo(Terms.CHARGED);
    assertThat(bench.passage().evidence().flags().all()).containsExactly(LaneFlags.RECOVERED);
    assertThat(bench.passage().evidence().vehicle()).isEqualTo(1);
    assertThat(bench.aborts()).isEmpty();
  }

  @Test
  void itsTagIsLookedForWhenTheReaderIsBack() {
    Bench bench = restarted(fresh());
    bench.on(new LaneEvent.Reader(bench.now(), false));
    bench.free(Detector.ARMING).free(Detector.SAFETY).pass(6_000);
    assertThat(bench.aborts()).isEmpty();
    bench.on(new LaneEvent.Reader(bench.now(), true)).pass(1_000);
    bench.hear(Bench.ANNA, -54, 500).cross().rest();

    assertThat(bench.chargedTags()).containsExactly(Bench.ANNA);
  }

  /** The granted one passed while the power was off, and another has driven in behind it. */
  @Test
  void whoPassesWithoutThatTagIsAnother() {
    Bench bench = restarted(fresh());
    bench.free(Detector.ARMING).free(Detector.SAFETY).hear(Bench.BAO, -54, 500).cross().rest();

    assertThat(bench.terms()).containsExactly(Terms.VIOLATION);
    assertThat(bench.passage().grant()).isEmpty();
    assertThat(bench.aborts()).singleElement().extracting(a -> a.why()).isEqualTo(Why.UNPROVEN);
  }

  /** Without its own word the passage may be that of one who stood there as well. */
  @Test
  void whoseTagSaysNothingAtTheSafetyLoopIsForReview() {
    Bench bench = restarted(fresh());
    bench.free(Detector.ARMING).free(Detector.SAFETY).hear(Bench.ANNA, -54, 500).pass(2_000);
    bench.cross().rest();

    assertThat(bench.passage().terms()).isEqualTo(Terms.REVIEW);
    assertThat(bench.passage().evidence().flags().all()).contains(LaneFlags.ORDER_IN_DOUBT);
  }

  @Test
  void whoComesBehindItIsAnother() {
    Bench bench = restarted(fresh());
    bench.free(Detector.ARMING).free(Detector.SAFETY).arrive(Bench.BAO).pass(4_000);
    bench.hear(Bench.BAO, -54, 300).leave().rest();

    assertThat(bench.chargedTags()).containsExactly(Bench.BAO);
    assertThat(bench.aborts()).singleElement().extracting(a -> a.why()).isEqualTo(Why.UNPROVEN);
  }

  @Test
  void whereNobodyCanStandBetweenTheLoopsAnEmptyLaneIsEmpty() {
    Bench bench = new Bench(Bench.COMPACT, Neighbours.NONE);
    bench.keep(bench.lane.resume(List.of(fresh()), List.of(), bench.now()));
    bench.order(LaneOrder.OPEN).free(Detector.ARMING).free(Detector.SAFETY);

    assertThat(bench.aborts()).singleElement().extracting(a -> a.why()).isEqualTo(Why.UNPROVEN);
  }

  @Test
  void anOldGrantIsUnprovenWhoeverStandsThere() {
    Bench bench = restarted(new OpenGrant(grant(), 3_600_000_000_000L));
    bench.occupied(Detector.ARMING).free(Detector.SAFETY).pass(2_000);

    assertThat(bench.aborts()).singleElement().extracting(a -> a.why()).isEqualTo(Why.UNPROVEN);
    assertThat(bench.lane.state()).isEqualTo(LaneState.HOLD);
  }

  /** A claim that nobody ends would keep its owner out of the other lanes for good. */
  @Test
  void theOtherLanesAreToldWhatBecomesOfAClaim() {
    Bench lately = restarted(fresh());
    lately.free(Detector.ARMING).free(Detector.SAFETY).rest();
    assertThat(lately.acts)
        .as("it may have passed")
        .contains(new LaneAct.Settle(Bench.ANNA))
        .doesNotContain(new LaneAct.Release(Bench.ANNA));
    Bench longAgo = restarted(new OpenGrant(grant(), 3_600_000_000_000L));
    assertThat(longAgo.acts)
        .as("longer ago than the time of duplicates")
        .contains(new LaneAct.Release(Bench.ANNA))
        .doesNotContain(new LaneAct.Settle(Bench.ANNA));
  }

  @Test
  void numbersOfVehiclesGoOn() {
    Bench bench = restarted(fresh());
    bench.free(Detector.ARMING).free(Detector.SAFETY).arrive(Bench.BAO);

    assertThat(bench.granted().get(0).vehicle()).isGreaterThan(1);
  }

  @Test
  void itsTagStillHeardIsNotTakenByTheNext() {
    Bench bench = restarted(fresh());
    bench.free(Detector.ARMING).occupied(Detector.SAFETY).hear(Bench.ANNA, -55, 300);
    bench.occupied(Detector.ARMING).hear(Bench.ANNA, -55, 1_000).pass(400);
    bench.free(Detector.SAFETY).hear(Bench.ANNA, -55, 2_000);

    assertThat(bench.chargedTags()).containsExactly(Bench.ANNA);
    assertThat(bench.granted()).isEmpty();
  }

  @Test
  void whatWasChargedBeforeTheRestartIsNotChargedAgainWithinTheTimeOfDuplicates() {
    Bench bench = new Bench(Bench.ROOMY, Neighbours.NONE);
    bench.keep(
        bench.lane.resume(
            List.of(), List.of(new RecentCharge(Bench.ANNA, 100_000_000_000L)), bench.now()));
    bench.settle();
    bench.arrive(Bench.ANNA).leave();

    assertThat(bench.passage().terms()).isEqualTo(Terms.REVIEW);
    assertThat(bench.passage().evidence().flags().all())
        .containsExactly(LaneFlags.POSSIBLE_DUPLICATE);
  }
}
