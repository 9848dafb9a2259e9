// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.tolling.lane.LaneAct.Request;
import io.wayside.tolling.lane.LaneOutcome.Terms;
import io.wayside.tolling.lane.LaneOutcome.Violation;
import io.wayside.tolling.lane.LaneOutcome.Why;
import io.wayside.tolling.lane.Verdict.Answer;
import io.wayside.tolling.tag.TagNumber;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What happens at toll stations, one story a test. */
class LaneScenariosTest {

  private final Bench bench = Bench.open(Bench.ROOMY);

  @Test
  void twoCarsNoseToTailArePaidForEach() {
    bench.arrive(Bench.ANNA).armOpens().free(Detector.ARMING).pass(300);
    bench.arrive(Bench.BAO).cross().hear(Bench.BAO, -51, 300).leave().rest();

    assertThat(bench.chargedTags()).containsExactly(Bench.ANNA, Bench.BAO);
    assertThat(bench.passages()).allSatisfy(p -> assertThat(p.evidence().flags().all()).isEmpty());
  }

  @Test
  void theSecondCarWithoutATagDoesNotPassOnTheFirstsTag() {
    bench.arrive(Bench.ANNA).armOpens().free(Detector.ARMING).pass(300);
    bench.arrive(null).hear(Bench.ANNA, -50, 200).cross();
    bench.hear(Bench.ANNA, -58, 1_500).rest();

    assertThat(bench.terms()).containsExactly(Terms.CHARGED);
    assertThat(bench.lane.state()).isEqualTo(LaneState.HOLD);
    assertThat(bench.notice()).isEqualTo(Notices.NO_TAG);
    assertThat(bench.barrier()).isEqualTo(Request.LOWER);
  }

  @Test
  void theFirstCarWithoutATagDoesNotPassOnTheSecondsTag() {
    bench.arrive(null).pass(1_600).free(Detector.ARMING).pass(1_000);
    bench.arrive(Bench.BAO).hear(Bench.BAO, -51, 5_000);

    assertThat(bench.granted()).isEmpty();
    assertThat(bench.notice()).isEqualTo(Notices.NO_TAG);

    bench.on(new LaneEvent.AttendantGrant(bench.now(), "anna", "paid-cash")).armOpens();
    bench.cross().pass(500).hear(Bench.BAO, -51, 500).leave().rest();
    assertThat(bench.terms()).containsExactly(Terms.MANUAL, Terms.CHARGED);
    assertThat(bench.chargedTags()).containsExactly(Bench.BAO);
    assertThat(bench.granted().get(0).actor()).contains("anna");
    assertThat(bench.granted().get(0).verdict().mode()).isEqualTo(Mode.MANUAL);
  }

  @Test
  void aTagHeardFromTheCarBehindTheTaglessOneIsNotItsOwn() {
    bench.occupied(Detector.ARMING).pass(1_000);
    for (int i = 0; i < 100; i++) { // the next car comes near, and is heard in both zones
      bench.heard(Bench.BAO, Bench.APPROACH, -52).pass(20).heard(Bench.BAO, Bench.LANE, -56);
      bench.heard(Bench.BAO, Bench.APPROACH, -52).pass(20);
    }

    assertThat(bench.granted()).isEmpty();
    assertThat(bench.lane.state()).isEqualTo(LaneState.HOLD);
  }

  @Test
  void aTruckWithATrailerIsOneVehicle() {
    bench.arrive(Bench.ANNA).armOpens().occupied(Detector.CURTAIN).occupied(Detector.SAFETY);
    bench.pass(1_500).free(Detector.SAFETY).pass(300); // the drawbar; the trailer is over L1
    bench.occupied(Detector.SAFETY).pass(500).free(Detector.ARMING).pass(1_000);
    bench.free(Detector.CURTAIN).pass(100).free(Detector.SAFETY).rest();

    assertThat(bench.passage().terms()).isEqualTo(Terms.CHARGED);
    assertThat(bench.passage().evidence().flags().all()).containsExactly(LaneFlags.SAFETY_GAP);
  }

  @Test
  void aTrailerThatLeavesTheArmingLoopEarlyIsNoSecondVehicle() {
    bench.arrive(Bench.ANNA).armOpens().free(Detector.ARMING).pass(300);
    bench.occupied(Detector.CURTAIN).occupied(Detector.SAFETY).pass(800);
    bench.free(Detector.SAFETY).pass(400);
    assertThat(bench.barrier()).as("the drawbar is in the curtain").isEqualTo(Request.RAISE);
    bench.occupied(Detector.SAFETY).pass(400).free(Detector.CURTAIN).free(Detector.SAFETY).rest();

    assertThat(bench.terms()).containsExactly(Terms.CHARGED);
    assertThat(bench.lane.tally().trailers()).isOne();
  }

  @Test
  void withoutACurtainAShortGapIsADrawbarAndALongOneAnotherVehicle() {
    Bench plain = Bench.open(Bench.PLAIN);
    plain.arrive(Bench.ANNA).free(Detector.ARMING).pass(300).occupied(Detector.SAFETY);
    plain.pass(800).free(Detector.SAFETY).pass(900).occupied(Detector.SAFETY).pass(500);
    plain.free(Detector.SAFETY).pass(1_100).occupied(Detector.SAFETY).pass(500);
    plain.free(Detector.SAFETY).pass(20_000);

    assertThat(plain.terms()).containsExactly(Terms.CHARGED, Terms.VIOLATION);
    assertThat(plain.passages().get(1).violation()).isEqualTo(Violation.UNSEEN);
  }

  @Test
  void aMotorcycleThatPassesBesideTheHeldCarLeavesItsTagWithIt() {
    bench.arrive(Bench.ANNA).armOpens();
    bench.occupied(Detector.SAFETY).pass(200).free(Detector.SAFETY);
    bench.hear(Bench.ANNA, -54, 2_500);

    assertThat(bench.terms()).as("not the car").containsExactly(Terms.VIOLATION);
    assertThat(bench.passage().violation()).isEqualTo(Violation.UNSEEN);
    assertThat(bench.passage().evidence().flags().all()).contains(LaneFlags.ORDER_IN_DOUBT);
    bench.leave().rest();
    assertThat(bench.terms()).containsExactly(Terms.VIOLATION, Terms.CHARGED);
  }

  @Test
  void aMotorcycleTooShortOnTheArmingLoopIsNoVehicle() {
    bench.occupied(Detector.ARMING).pass(120).free(Detector.ARMING).rest();

    assertThat(bench.aborts()).singleElement().extracting(a -> a.why()).isEqualTo(Why.TOO_SHORT);
    assertThat(bench.lane.state()).isEqualTo(LaneState.OPEN_IDLE);
  }

  @Test
  void ofTwoThatTheArmingLoopCannotTellApartTheFirstPaysAndTheSecondIsReviewed() {
    bench.arrive(Bench.ANNA).armOpens().cross(); // the loop stays occupied: another is on it
    bench.hear(Bench.BAO, -53, 1_600);
    assertThat(bench.chargedTags()).containsExactly(Bench.ANNA);
    assertThat(bench.granted()).hasSize(2);

    bench.leave().rest();
    assertThat(bench.terms()).containsExactly(Terms.CHARGED, Terms.REVIEW);
  }

  @Test
  void twoOnOnePulseOfTheSafetyLoopAreSeenByTheCurtain() {
    bench.arrive(Bench.ANNA).armOpens().free(Detector.ARMING).pass(300);
    bench.occupied(Detector.CURTAIN).occupied(Detector.SAFETY);
    bench.arrive(null).free(Detector.ARMING);
    bench.free(Detector.CURTAIN).pass(150).occupied(Detector.CURTAIN).pass(600);
    bench.free(Detector.CURTAIN).free(Detector.SAFETY).rest();

    assertThat(bench.terms()).containsExactly(Terms.CHARGED, Terms.VIOLATION);
    assertThat(bench.passages().get(1).violation()).isEqualTo(Violation.TAILGATING);
    assertThat(bench.passages().get(1).evidence().flags().all())
        .contains(LaneFlags.JOINED_VEHICLES, LaneFlags.SUSPECTED);
  }

  @Test
  void aGrantedVehicleJoinedToAnotherIsReviewedAndNotCharged() {
    bench.arrive(Bench.ANNA).armOpens().free(Detector.ARMING).pass(300);
    bench.occupied(Detector.CURTAIN).occupied(Detector.SAFETY);
    bench.arrive(Bench.BAO).free(Detector.ARMING);
    bench.free(Detector.CURTAIN).pass(150).occupied(Detector.CURTAIN).pass(600);
    bench.free(Detector.CURTAIN).free(Detector.SAFETY).rest();

    assertThat(bench.terms()).containsExactly(Terms.CHARGED, Terms.REVIEW);
  }

  @Test
  void aVehicleThatVanishedBehindAPassageTooLongForOneIsSuspectedOfTailgating() {
    Bench plain = Bench.open(Bench.PLAIN);
    plain.arrive(Bench.ANNA).free(Detector.ARMING).pass(300).occupied(Detector.SAFETY);
    plain
        .arrive(null)
        .pass(600)
        .free(Detector.ARMING)
        .pass(15_000)
        .free(Detector.SAFETY)
        .pass(60_000);

    assertThat(plain.terms()).containsExactly(Terms.CHARGED, Terms.VIOLATION);
    assertThat(plain.passages().get(0).evidence().flags().all())
        .containsExactly(LaneFlags.SAFETY_LONG);
    assertThat(plain.passages().get(1).evidence().flags().all()).contains(LaneFlags.SUSPECTED);
  }

  @Test
  void stopAndGoOverTheArmingLoopChargesOnce() {
    bench.arrive(Bench.ANNA).armOpens().free(Detector.ARMING).pass(90).occupied(Detector.ARMING);
    bench.pass(4_000).leave().rest();

    assertThat(bench.terms()).containsExactly(Terms.CHARGED);
    assertThat(bench.granted()).hasSize(1);
    assertThat(bench.passage().evidence().flags().all()).isEmpty();
  }

  @Test
  void aCarThatBacksOutIsNotChargedWhenTheNextPassesInItsPlace() {
    bench.arrive(Bench.ANNA).armOpens().free(Detector.ARMING).pass(2_000);
    bench.occupied(Detector.ARMING).pass(1_500).free(Detector.ARMING).pass(500).cross().rest();

    assertThat(bench.chargedTags()).isEmpty();
    assertThat(bench.passage().terms()).isEqualTo(Terms.REVIEW);
    assertThat(bench.passage().evidence().flags().all()).contains(LaneFlags.ORDER_IN_DOUBT);
  }

  @Test
  void aCarThatWaitsBetweenTheLoopsIsStillItselfWhenItsTagIsHeard() {
    bench.arrive(Bench.ANNA).armOpens().free(Detector.ARMING).pass(200);
    bench.occupied(Detector.ARMING).hear(Bench.ANNA, -52, 30_000).cross();

    assertThat(bench.chargedTags()).containsExactly(Bench.ANNA);
  }

  @Test
  void aTagOfTheNextLaneIsAGhost() {
    bench.hear(Bench.ANNA, -66, 1_000).pass(5_000);

    assertThat(bench.all(LaneAct.Ghost.class))
        .singleElement()
        .extracting(g -> g.tag().tag())
        .isEqualTo(Bench.ANNA);
    assertThat(bench.lane.tally().ghosts()).isOne();
    assertThat(bench.granted()).isEmpty();
    assertThat(bench.lane.tags()).isZero();
  }

  @Test
  void aTagOfTheNextLaneDoesNotOpenForATaglessCar() {
    bench.hear(Bench.ANNA, -67, 500).occupied(Detector.ARMING).hear(Bench.ANNA, -67, 5_000);

    assertThat(bench.granted()).isEmpty();
    assertThat(bench.notice()).isEqualTo(Notices.NO_TAG);
  }

  @Test
  void aWeakTagIsTakenWhenItIsTheOnlyOneAndNoOtherLaneHearsIt() {
    bench.heard(Bench.ANNA, Bench.APPROACH, -70).pass(100);
    bench.occupied(Detector.ARMING).hear(Bench.ANNA, -64.5, 1_600);

    assertThat(bench.granted()).hasSize(1);
    assertThat(bench.granted().get(0).evidence().flags().all()).containsExactly(LaneFlags.WEAK_TAG);
  }

  @Test
  void aWeakTagThatDidNotComeByTheApproachIsNotTaken() {
    bench.occupied(Detector.ARMING).hear(Bench.ANNA, -64.5, 1_600);

    assertThat(bench.granted()).isEmpty();
  }

  @Test
  void aTagHeardAlikeInBothLanesIsTakenByNeither() {
    Bench tied = Bench.open(Bench.ROOMY, (tag, score, alone, nanos) -> Neighbours.Word.TIED);
    tied.arrive(Bench.ANNA).pass(2_000);

    assertThat(tied.granted()).isEmpty();
    assertThat(tied.notice()).isEqualTo(Notices.TAG_IN_NEXT_LANE);
    assertThat(tied.all(LaneAct.Announce.class)).isNotEmpty();
  }

  @Test
  void withoutTheOtherLanesTheLocalRuleDecidesAndThatIsMarked() {
    Bench alone =
        Bench.open(
            new Bench(
                LaneRules.usual().with(LaneRules.Alone.CHARGE),
                Bench.ROOMY,
                (tag, score, only, nanos) -> Neighbours.Word.UNARBITRATED));
    alone.arrive(Bench.ANNA).leave();

    assertThat(alone.passage().terms()).isEqualTo(Terms.CHARGED);
    assertThat(alone.passage().evidence().flags().all()).containsExactly(LaneFlags.UNARBITRATED);
    assertThat(alone.lane.tally().unarbitrated()).isOne();
  }

  @Test
  void aTagThatAnotherLaneClaimedMeanwhileIsReviewed() {
    Neighbours.Word[] word = {Neighbours.Word.MINE};
    Bench late = Bench.open(Bench.ROOMY, (tag, score, only, nanos) -> word[0]);
    late.arrive(Bench.ANNA);
    word[0] = Neighbours.Word.THEIRS;
    late.leave();

    assertThat(late.passage().terms()).isEqualTo(Terms.REVIEW);
    assertThat(late.passage().evidence().flags().all())
        .as("whose it is the lanes are asked later")
        .containsExactly(LaneFlags.CLAIM_CONFLICT, LaneFlags.HELD_BACK);
  }

  @Test
  void ofTwoTagsInOneCarTheOneOfItsPlateIsTaken() {
    bench.judge.registers(Bench.BAO, "plate-b");
    bench.occupied(Detector.ARMING).on(new LaneEvent.Plate(bench.now(), "plate-b"));
    both(400);

    LaneOutcome.Grant grant = bench.granted().get(0);
    assertThat(grant.evidence().choice())
        .hasValueSatisfying(
            c -> {
              assertThat(c.tag()).isEqualTo(Bench.BAO);
              assertThat(c.runnerUp()).contains(Bench.ANNA);
            });
    assertThat(grant.evidence().flags().all())
        .contains(LaneFlags.PLATE_DECIDED, LaneFlags.SEVERAL_TAGS);
    assertThat(grant.evidence().tags()).hasSize(2);
  }

  @Test
  void twoTagsWithoutAPlateAreHeldAndNeitherOpensForTheNext() {
    bench.occupied(Detector.ARMING);
    both(1_600);
    assertThat(bench.granted()).isEmpty();
    assertThat(bench.notice()).isEqualTo(Notices.SEVERAL_TAGS);

    bench.on(new LaneEvent.AttendantGrant(bench.now(), "anna", "paid-cash")).leave();
    bench.occupied(Detector.ARMING).hear(Bench.BAO, -54, 2_000);
    assertThat(bench.granted()).hasSize(1);
    assertThat(bench.notice()).isEqualTo(Notices.NO_TAG);
  }

  private void both(long ms) {
    for (int i = 0; i < ms / 20; i++) {
      bench.heard(Bench.ANNA, Bench.LANE, -53).heard(Bench.BAO, Bench.LANE, -54).pass(20);
    }
  }

  @Test
  void tagsOnGoodsDoNotCompeteWithATollTag() {
    bench.occupied(Detector.ARMING);
    for (int i = 0; i < 10; i++) {
      bench.heard(Bench.GOODS, Bench.LANE, -50).heard(Bench.ANNA, Bench.LANE, -55).pass(20);
    }

    assertThat(bench.granted()).hasSize(1);
    assertThat(bench.granted().get(0).evidence().choice().orElseThrow().tag())
        .isEqualTo(Bench.ANNA);
  }

  @Test
  void anUnknownNumberIsHeldByItsName() {
    bench.occupied(Detector.ARMING).hear(Bench.GOODS, -52, 1_600);

    assertThat(bench.notice()).isEqualTo("unknown-issuer");
  }

  @Test
  void malformedNumbersAreCountedOrHeldAndNeverThrow() {
    bench.occupied(Detector.ARMING);
    for (TagNumber tag :
        new TagNumber[] {
          new TagNumber("", 0),
          new TagNumber("0123456789abcdec", 62),
          new TagNumber("ff".repeat(62), 496)
        }) {
      bench.heard(tag, Bench.LANE, -80).heard(tag, -3, Double.NaN).heard(tag, 900, -50);
    }

    assertThat(bench.lane.tally().unreadable()).isEqualTo(3);
    assertThat(bench.granted()).isEmpty();
  }

  @Test
  void aFloodOfReadingsTakesNoMemoryAndChangesNothing() {
    bench.arrive(Bench.ANNA);
    for (int i = 0; i < 3_000; i++) {
      bench.heard(Bench.ANNA, Bench.LANE, -53);
      bench.heard(new TagNumber(String.format("%024x", i), 96), Bench.LANE, -70);
      if (i % 3 == 0) {
        bench.pass(1);
      }
    }
    assertThat(bench.lane.tags()).isLessThanOrEqualTo(256);
    bench.leave().rest();

    assertThat(bench.chargedTags()).containsExactly(Bench.ANNA);
    assertThat(bench.lane.tags()).isZero();
  }

  @Test
  void aReaderThatIsLostHoldsVehiclesAndSaysWhy() {
    bench.on(new LaneEvent.Reader(bench.now(), false)).occupied(Detector.ARMING).pass(1_600);
    assertThat(bench.notice()).isEqualTo(Notices.READER_LOST);
    assertThat(bench.last(LaneAct.Alarm.class).orElseThrow().on()).isTrue();

    bench.on(new LaneEvent.Reader(bench.now(), true));
    bench.on(new LaneEvent.Retry(bench.now(), Optional.empty())).hear(Bench.ANNA, -53, 500);
    assertThat(bench.granted()).hasSize(1);
    assertThat(bench.granted().get(0).evidence().flags().all())
        .contains(LaneFlags.READER_LOST, LaneFlags.RETRIED);
  }

  @Test
  void aReaderLostAfterTheGrantChangesNothing() {
    bench.arrive(Bench.ANNA).on(new LaneEvent.Reader(bench.now(), false)).leave();

    assertThat(bench.passage().terms()).isEqualTo(Terms.CHARGED);
    assertThat(bench.passage().evidence().flags().all()).isEmpty();
  }

  @Test
  void backAndForthAgainIsTheSameAsThePress() {
    Bench compact = Bench.open(Bench.COMPACT);
    compact.arrive(null).pass(2_000).free(Detector.ARMING).pass(1_000);
    assertThat(compact.aborts()).hasSize(1);
    compact.arrive(Bench.ANNA);

    assertThat(compact.granted()).hasSize(1);
  }

  @Test
  void aTopUpIsSeenWhenTheDriverAsksAgain() {
    bench.judge.knows(Bench.ANNA, Answer.HOLD);
    bench.arrive(Bench.ANNA);
    bench.judge.knows(Bench.ANNA, Answer.CHARGE);
    bench.on(new LaneEvent.Retry(bench.now(), Optional.of("anna"))).hear(Bench.ANNA, -54, 100);

    assertThat(bench.granted()).hasSize(1);
    assertThat(bench.notice()).isEqualTo(Notices.PASS);
  }

  @Test
  void aRetryWithoutAVehicleIsRefused() {
    bench.on(new LaneEvent.Retry(bench.now(), Optional.empty()));

    assertThat(bench.last(LaneAct.Refused.class).orElseThrow().order()).isEqualTo("retry");
  }

  @Test
  void aNewPassageWithinTheTimeOfDuplicatesIsRecordedAndNotCharged() {
    bench.arrive(Bench.ANNA).leave().pass(60_000);
    bench.arrive(Bench.ANNA).leave().pass(181_000);
    bench.arrive(Bench.ANNA).leave();

    assertThat(bench.terms()).containsExactly(Terms.CHARGED, Terms.REVIEW, Terms.CHARGED);
    assertThat(bench.passages().get(1).evidence().flags().all())
        .containsExactly(LaneFlags.POSSIBLE_DUPLICATE);
  }

  @Test
  void exemptAndTicketPassesAreRecordedAsWhatTheyAre() {
    bench.judge.knows(Bench.ANNA, Answer.FREE).knows(Bench.BAO, Answer.TICKET);
    bench.arrive(Bench.ANNA).leave().pass(2_000).arrive(Bench.BAO).leave();

    assertThat(bench.terms()).containsExactly(Terms.FREE, Terms.TICKET);
  }
}
