// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.tolling.lane.LaneAct.Request;
import io.wayside.tolling.lane.LaneOutcome.Terms;
import io.wayside.tolling.lane.LaneOutcome.Violation;
import io.wayside.tolling.lane.LaneOutcome.Why;
import io.wayside.tolling.tag.TagNumber;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Vehicles that stand, go back or pass unnoticed: who is who, and what is in doubt. */
class OrderTest {

  private final Bench bench = Bench.open(Bench.ROOMY);

  @Test
  void anAttendantsGrantHoldsForOneThatHasStoodLongBetweenTheLoops() {
    bench.arrive(null).pass(1_600).free(Detector.ARMING).pass(25_000);
    byHand().pass(5_000);
    assertThat(bench.aborts()).isEmpty();
    assertThat(bench.barrier()).isEqualTo(Request.RAISE);

    bench.cross().rest();
    assertThat(bench.terms()).containsExactly(Terms.MANUAL);
    bench.arrive(Bench.BAO).leave();
    assertThat(bench.chargedTags()).containsExactly(Bench.BAO);
  }

  @Test
  void whoeverAsksToTryAgainStandsThere() {
    bench.arrive(null).pass(1_600).free(Detector.ARMING).pass(25_000);
    bench.on(new LaneEvent.Retry(bench.now(), Optional.empty())).pass(20_000);

    assertThat(bench.aborts()).isEmpty();
    assertThat(bench.lane.state()).isEqualTo(LaneState.HOLD);
  }

  @Test
  void aRetryCountsWhatIsHeardAfterItAlthoughItWasHeardLateAtFirst() {
    bench.arrive(null).pass(1_600).free(Detector.ARMING).pass(5_000);
    bench.hear(Bench.ANNA, -53, 4_000);
    assertThat(bench.granted()).as("heard long after it came").isEmpty();

    bench.on(new LaneEvent.Retry(bench.now(), Optional.empty())).hear(Bench.ANNA, -53, 600);
    assertThat(bench.granted()).hasSize(1);
    assertThat(bench.granted().get(0).evidence().flags().all()).contains(LaneFlags.RETRIED);
  }

  @Test
  void aRetryDoesNotTakeWhatMayBeOfTheCarBehind() {
    bench.arrive(null).pass(1_600).free(Detector.ARMING).pass(5_000);
    bench.occupied(Detector.ARMING).pass(1_600).hear(Bench.BAO, -53, 2_000);
    bench.on(new LaneEvent.Retry(bench.now(), Optional.empty())).hear(Bench.BAO, -53, 1_000);

    assertThat(bench.granted()).isEmpty();
  }

  @Test
  void theReaderThatIsBackIdentifiesTheOneVehicleItHadNotHeard() {
    bench.on(new LaneEvent.Reader(bench.now(), false)).occupied(Detector.ARMING).pass(1_600);
    bench.free(Detector.ARMING).pass(6_000);
    bench.on(new LaneEvent.Reader(bench.now(), true)).hear(Bench.ANNA, -53, 600);

    assertThat(bench.granted()).hasSize(1);
    assertThat(bench.granted().get(0).evidence().flags().all()).contains(LaneFlags.READER_LOST);
  }

  @Test
  void aTailgaterUnderOnePulseIsRecordedAlthoughAnotherHasCome() {
    bench.arrive(Bench.ANNA).armOpens().free(Detector.ARMING).pass(300);
    bench.occupied(Detector.CURTAIN).occupied(Detector.SAFETY).pass(600);
    bench.free(Detector.CURTAIN).pass(150).occupied(Detector.CURTAIN);
    bench.arrive(Bench.BAO).pass(400).free(Detector.CURTAIN).free(Detector.SAFETY);

    assertThat(bench.terms()).containsExactly(Terms.CHARGED, Terms.VIOLATION);
    bench.pass(300).leave();
    assertThat(bench.chargedTags()).containsExactly(Bench.ANNA, Bench.BAO);
  }

  @Test
  void eachOfThreeOnOnePulseHasARecord() {
    bench.arrive(Bench.ANNA).armOpens().free(Detector.ARMING).pass(300);
    bench.occupied(Detector.CURTAIN).occupied(Detector.SAFETY).pass(600);
    for (int i = 0; i < 2; i++) {
      bench.free(Detector.CURTAIN).pass(150).occupied(Detector.CURTAIN).pass(600);
    }
    bench.free(Detector.CURTAIN).pass(300).free(Detector.SAFETY).rest();

    assertThat(bench.terms()).containsExactly(Terms.CHARGED, Terms.VIOLATION, Terms.VIOLATION);
  }

  @Test
  void theNextThatIsInTheCurtainAlreadyHasItsOwnPulseAndPaysForIt() {
    bench.arrive(Bench.ANNA).armOpens().free(Detector.ARMING).pass(300);
    bench.arrive(Bench.BAO).free(Detector.ARMING);
    bench.occupied(Detector.CURTAIN).occupied(Detector.SAFETY).pass(600);
    bench.free(Detector.CURTAIN).pass(150).hear(Bench.BAO, -50, 150).occupied(Detector.CURTAIN);
    bench.pass(50).free(Detector.SAFETY).pass(100).occupied(Detector.SAFETY).pass(600);
    bench.free(Detector.CURTAIN).pass(200).free(Detector.SAFETY).rest();

    assertThat(bench.chargedTags()).containsExactly(Bench.ANNA, Bench.BAO);
    assertThat(bench.passages()).allSatisfy(p -> assertThat(p.evidence().flags().all()).isEmpty());
  }

  @Test
  void aCarThatWasGivenUpPassesUnchargedAndTheOneBehindKeepsItsGrant() {
    bench.arrive(null).pass(1_600).free(Detector.ARMING).pass(31_000);
    assertThat(bench.aborts()).singleElement().extracting(a -> a.why()).isEqualTo(Why.VANISHED);
    bench.arrive(Bench.BAO).armOpens().hear(Bench.BAO, -53, 300); // it stands there all the same
    crossesWhileHeard(Bench.BAO);

    assertThat(bench.terms()).containsExactly(Terms.VIOLATION);
    assertThat(bench.passage().violation()).isEqualTo(Violation.UNSEEN);
    assertThat(bench.passage().evidence().flags().all()).contains(LaneFlags.ORDER_IN_DOUBT);
    assertThat(bench.barrier()).as("whose tag is here may pass still").isEqualTo(Request.RAISE);

    bench.free(Detector.ARMING).hear(Bench.BAO, -51, 300).cross().rest();
    assertThat(bench.chargedTags()).containsExactly(Bench.BAO);
  }

  @Test
  void afterACarWasGivenUpATagThatSaysNothingIsReviewedUntilOneProvesItself() {
    bench.arrive(null).pass(1_600).free(Detector.ARMING).pass(31_000);
    assertThat(doubt()).isTrue();
    bench.arrive(Bench.BAO).armOpens().free(Detector.ARMING).pass(2_000).cross();
    assertThat(bench.terms()).containsExactly(Terms.REVIEW);

    bench.arrive(Bench.ANNA).leave();
    assertThat(bench.terms()).containsExactly(Terms.REVIEW, Terms.CHARGED);
    assertThat(doubt()).isFalse();
  }

  @Test
  void afterALongRestTheOrderIsInNoDoubt() {
    bench.arrive(null).pass(1_600).free(Detector.ARMING).pass(31_000).pass(61_000);
    assertThat(doubt()).isFalse();
    bench.arrive(Bench.BAO).armOpens().free(Detector.ARMING).pass(2_000).cross();

    assertThat(bench.terms()).containsExactly(Terms.CHARGED);
  }

  @Test
  void oneThatIsSeenToGoBackGivesUpItsGrantAndMayComeAgain() {
    bench.arrive(Bench.ANNA).armOpens().free(Detector.ARMING);
    onApproach(Bench.ANNA, 1_200);
    assertThat(bench.aborts()).singleElement().extracting(a -> a.why()).isEqualTo(Why.BACKED_OUT);
    assertThat(bench.barrier()).isEqualTo(Request.LOWER);

    bench.arrive(Bench.ANNA).leave().rest();
    assertThat(bench.terms()).containsExactly(Terms.CHARGED);
    assertThat(bench.granted()).hasSize(2);
  }

  @Test
  void oneThatWasNotAcceptedYetIsSeenToGoBackAsWell() {
    onApproach(Bench.ANNA, 400);
    bench.occupied(Detector.ARMING).hear(Bench.ANNA, -66, 2_000);
    bench.free(Detector.ARMING).pass(300);
    onApproach(Bench.ANNA, 1_200);

    assertThat(bench.aborts()).singleElement().extracting(a -> a.why()).isEqualTo(Why.BACKED_OUT);
    bench.arrive(Bench.ANNA).leave().rest();
    assertThat(bench.terms()).containsExactly(Terms.CHARGED);
  }

  @Test
  void aFaintTagBehindTakesNobodyBackWhoseOwnIsHeardInTheLane() {
    Bench tied = Bench.open(Bench.ROOMY, (tag, score, alone, nanos) -> Neighbours.Word.TIED);
    for (int i = 0; i < 10; i++) {
      tied.heard(Bench.BAO, Bench.LANE, -72).heard(Bench.ANNA, Bench.APPROACH, -52).pass(50);
    }
    tied.occupied(Detector.ARMING);
    for (int i = 0; i < 20; i++) {
      tied.heard(Bench.BAO, Bench.LANE, -72).heard(Bench.ANNA, Bench.LANE, -56).pass(50);
    }
    tied.free(Detector.ARMING);
    for (int i = 0; i < 30; i++) {
      tied.heard(Bench.BAO, Bench.APPROACH, -71).heard(Bench.ANNA, Bench.LANE, -50).pass(50);
    }
    assertThat(tied.aborts()).isEmpty();
    assertThat(tied.lane().vehicles()).isOne();
  }

  @Test
  void oneThatComesBackOverTheArmingLoopIsNoSecondVehicle() {
    bench.arrive(Bench.ANNA).armOpens().free(Detector.ARMING).hear(Bench.ANNA, -54, 1_000);
    bench.occupied(Detector.ARMING).hear(Bench.ANNA, -62, 300);
    onApproach(Bench.ANNA, 600);
    assertThat(bench.lane.vehicles()).isOne();

    bench.hear(Bench.ANNA, -54, 600).leave().rest(); // forwards again
    assertThat(bench.terms()).containsExactly(Terms.CHARGED);
    assertThat(bench.granted()).hasSize(1);
  }

  @Test
  void whoeverIsProvenByTheirTagPassedAndWhoStoodAheadHasGone() {
    bench.arrive(Bench.ANNA).armOpens().free(Detector.ARMING).pass(4_000);
    bench.arrive(Bench.BAO).free(Detector.ARMING).hear(Bench.BAO, -53, 300).cross().rest();

    assertThat(bench.aborts()).singleElement().extracting(a -> a.why()).isEqualTo(Why.VANISHED);
    assertThat(bench.terms()).containsExactly(Terms.REVIEW);
    assertThat(bench.passage().evidence().choice().orElseThrow().tag()).isEqualTo(Bench.BAO);

    bench.arrive(Bench.CHI).leave();
    assertThat(bench.chargedTags()).as("in step again").containsExactly(Bench.CHI);
  }

  @Test
  void onAGrantByHandForOneThatWasGoneTheNextPassesAndIsNotWaitedFor() {
    bench.arrive(null).pass(1_600).free(Detector.ARMING).pass(4_000);
    bench.arrive(Bench.BAO).free(Detector.ARMING).hear(Bench.BAO, -53, 3_000);
    byHand().hear(Bench.BAO, -53, 300).cross();

    assertThat(bench.terms()).containsExactly(Terms.MANUAL);
    assertThat(bench.lane.vehicles()).isZero();
    bench.rest().arrive(Bench.CHI).leave();
    assertThat(bench.chargedTags()).containsExactly(Bench.CHI);
  }

  @Test
  void aDrawbarThatIsAGapToBothLoopsMakesNoSecondVehicle() {
    bench.arrive(Bench.ANNA).armOpens().free(Detector.ARMING).pass(600);
    bench.occupied(Detector.ARMING).pass(300).occupied(Detector.CURTAIN).occupied(Detector.SAFETY);
    bench.pass(900).free(Detector.ARMING).pass(600).free(Detector.SAFETY).pass(300);
    bench.occupied(Detector.SAFETY).pass(900).free(Detector.CURTAIN).free(Detector.SAFETY);

    assertThat(bench.terms()).containsExactly(Terms.CHARGED);
    assertThat(bench.aborts()).singleElement().extracting(a -> a.why()).isEqualTo(Why.TRAILER);
    assertThat(bench.lane.state()).isEqualTo(LaneState.OPEN_IDLE);
  }

  @Test
  void aTagThatWasInTheLaneWhenAnotherCameIsNotThatOnesHoweverLateItIsHeardWell() {
    bench.arrive(null).pass(1_600).free(Detector.ARMING).pass(500);
    bench.hear(Bench.ANNA, -66, 600).occupied(Detector.ARMING).pass(8_000);
    bench.hear(Bench.ANNA, -52, 4_000);

    assertThat(bench.granted()).isEmpty();
  }

  @Test
  void anAcceptedTagThatLeftWithTheOneAheadDoesNotPayForTheNext() {
    bench.arrive(null).pass(1_600).free(Detector.ARMING).pass(500);
    bench.arrive(Bench.BAO).pass(1_300).free(Detector.ARMING).hear(Bench.BAO, -53, 300);
    byHand().cross(); // the tag was the first's after all
    bench.pass(300).occupied(Detector.CURTAIN).occupied(Detector.SAFETY).pass(600);
    bench.free(Detector.CURTAIN).pass(200).free(Detector.SAFETY).rest();

    assertThat(bench.chargedTags()).isEmpty();
  }

  @Test
  void withoutTheOtherLanesATagThatCameBeforeTheVehicleIsHeld() {
    Bench deaf = deaf();
    for (int i = 0; i < 6; i++) {
      deaf.heard(Bench.ANNA, Bench.APPROACH, -56).pass(50);
    }
    deaf.pass(500).occupied(Detector.ARMING).hear(Bench.ANNA, -53, 1_600);

    assertThat(deaf.granted()).isEmpty();
    assertThat(deaf.notice()).isEqualTo(Notices.TAG_IN_NEXT_LANE);
  }

  @Test
  void withoutTheOtherLanesATagThatIsOnTheApproachWhenTheVehicleHasLeftItIsHeld() {
    Bench deaf = deaf();
    deaf.occupied(Detector.ARMING).pass(300).free(Detector.ARMING).pass(100);
    for (int i = 0; i < 6; i++) {
      deaf.heard(Bench.ANNA, Bench.APPROACH, -56).pass(50);
    }
    deaf.hear(Bench.ANNA, -53, 1_600);

    assertThat(deaf.granted()).isEmpty();
    assertThat(deaf.notice()).isEqualTo(Notices.TAG_IN_NEXT_LANE);
  }

  private static Bench deaf() {
    return Bench.open(Bench.ROOMY, (tag, score, alone, nanos) -> Neighbours.Word.UNARBITRATED);
  }

  private Bench byHand() {
    return bench.on(new LaneEvent.AttendantGrant(bench.now(), "anna", "paid-cash")).armOpens();
  }

  private boolean doubt() {
    List<LaneAct.Alarm> alarms =
        bench.all(LaneAct.Alarm.class).stream()
            .filter(alarm -> alarm.code().equals("order-in-doubt"))
            .toList();
    return !alarms.isEmpty() && alarms.get(alarms.size() - 1).on();
  }

  private void crossesWhileHeard(TagNumber tag) {
    bench.occupied(Detector.CURTAIN).hear(tag, -53, 100).occupied(Detector.SAFETY);
    bench.hear(tag, -53, 600).free(Detector.CURTAIN).hear(tag, -53, 300).free(Detector.SAFETY);
  }

  private void onApproach(TagNumber tag, long ms) {
    long end = bench.nowMs() + ms;
    while (bench.nowMs() < end) {
      bench.heard(tag, Bench.APPROACH, -56).pass(50);
    }
  }
}
