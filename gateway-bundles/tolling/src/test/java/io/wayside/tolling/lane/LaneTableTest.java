// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.quality.Flag;
import io.wayside.tolling.lane.LaneAct.Colour;
import io.wayside.tolling.lane.LaneAct.Request;
import io.wayside.tolling.lane.LaneOutcome.Terms;
import io.wayside.tolling.lane.LaneOutcome.Violation;
import io.wayside.tolling.lane.LaneOutcome.Why;
import io.wayside.tolling.lane.Verdict.Answer;
import org.junit.jupiter.api.Test;

/** The table of what happens in which state, line by line. */
class LaneTableTest {

  private final Bench bench = Bench.open(Bench.ROOMY);

  @Test
  void aVehicleOnTheArmingLoopIsIdentified() {
    assertThat(bench.lane.state()).isEqualTo(LaneState.OPEN_IDLE);
    bench.occupied(Detector.ARMING);

    assertThat(bench.lane.state()).isEqualTo(LaneState.ARMED);
    assertThat(bench.light()).isEqualTo(Colour.RED);
    assertThat(bench.notice()).isEqualTo(Notices.IDENTIFYING);
    assertThat(bench.all(LaneAct.Photograph.class))
        .containsExactly(new LaneAct.Photograph(1, LaneAct.Shot.ARMED));

    bench.heard(Bench.ANNA, Bench.LANE, -66);
    assertThat(bench.lane.state()).isEqualTo(LaneState.IDENTIFYING);
  }

  @Test
  void anAcceptedTagRaisesTheBarrierBeforeAnythingIsWritten() {
    bench.arrive(Bench.ANNA);

    assertThat(bench.lane.state()).isEqualTo(LaneState.PASS_GRANTED);
    assertThat(bench.light()).isEqualTo(Colour.GREEN);
    assertThat(bench.notice()).isEqualTo(Notices.PASS);
    assertThat(bench.granted()).hasSize(1);
    LaneOutcome.Grant grant = bench.granted().get(0);
    assertThat(grant.evidence().choice().orElseThrow().tag()).isEqualTo(Bench.ANNA);
    assertThat(bench.acts.indexOf(new LaneAct.Barrier(Request.RAISE)))
        .isLessThan(bench.acts.indexOf(new LaneAct.Write(grant)));
    assertThat(bench.passages()).isEmpty();
  }

  @Test
  void chargesWhenTheSafetyLoopFallsAndThenClosesTheBarrier() {
    bench.arrive(Bench.ANNA).leave();

    assertThat(bench.passage().terms()).isEqualTo(Terms.CHARGED);
    assertThat(bench.passage().grant()).contains(bench.granted().get(0));
    assertThat(bench.passage().evidence().flags().isEmpty()).isTrue();
    assertThat(bench.barrier()).isEqualTo(Request.RAISE);
    bench.pass(299);
    assertThat(bench.barrier()).isEqualTo(Request.RAISE);
    bench.pass(1);
    assertThat(bench.barrier()).isEqualTo(Request.LOWER);
    assertThat(bench.lane.state()).isEqualTo(LaneState.OPEN_IDLE);
    assertThat(bench.notice()).isEqualTo(Notices.READY);
  }

  @Test
  void aRefusedTagIsHeldWithTheReason() {
    bench.judge.knows(Bench.ANNA, Answer.HOLD);
    bench.arrive(Bench.ANNA);

    assertThat(bench.lane.state()).isEqualTo(LaneState.HOLD);
    assertThat(bench.notice()).isEqualTo("blocked");
    assertThat(bench.granted()).isEmpty();
    assertThat(bench.barrier()).isNotEqualTo(Request.RAISE);
  }

  @Test
  void aVehicleWithoutATagIsHeldWhenItsTimeIsOver() {
    bench.arrive(null).pass(1_499);
    assertThat(bench.lane.state()).isEqualTo(LaneState.ARMED);

    bench.pass(1);
    assertThat(bench.lane.state()).isEqualTo(LaneState.HOLD);
    assertThat(bench.notice()).isEqualTo(Notices.NO_TAG);
  }

  @Test
  void whoBacksOutIsNotChargedAndItsTagIsFreeAgain() {
    Bench compact = Bench.open(Bench.COMPACT);
    compact.arrive(Bench.ANNA).armOpens().free(Detector.ARMING).rest();

    assertThat(compact.passages()).isEmpty();
    assertThat(compact.aborts()).singleElement().extracting(a -> a.why()).isEqualTo(Why.BACKED_OUT);
    assertThat(compact.all(LaneAct.Release.class)).containsExactly(new LaneAct.Release(Bench.ANNA));
    assertThat(compact.barrier()).isEqualTo(Request.LOWER);
    assertThat(compact.lane.state()).isEqualTo(LaneState.OPEN_IDLE);

    compact.arrive(Bench.ANNA).armOpens();
    compact.occupied(Detector.SAFETY).pass(500).free(Detector.ARMING).pass(300);
    compact.free(Detector.SAFETY);
    assertThat(compact.passage().terms()).isEqualTo(Terms.CHARGED);
    assertThat(compact.passage().evidence().flags().isEmpty()).isTrue();
  }

  @Test
  void theBarrierStaysOpenForTheNextOnlyWhenThatIsGrantedToo() {
    bench.arrive(Bench.ANNA).armOpens().free(Detector.ARMING).pass(400);
    bench.occupied(Detector.SAFETY).pass(200);
    bench.arrive(Bench.BAO);
    assertThat(bench.lane.state()).isEqualTo(LaneState.PASSING);
    bench.free(Detector.SAFETY).pass(2_000);
    assertThat(bench.barrier()).isEqualTo(Request.RAISE);
    bench.hear(Bench.BAO, -51, 300).leave();

    assertThat(bench.chargedTags()).containsExactly(Bench.ANNA, Bench.BAO);
    assertThat(bench.all(LaneAct.Barrier.class))
        .filteredOn(b -> b.request() == Request.RAISE)
        .hasSize(1);
  }

  @Test
  void theBarrierClosesBetweenAGrantedAndAHeldVehicle() {
    bench.arrive(Bench.ANNA).armOpens().free(Detector.ARMING).pass(400);
    bench.occupied(Detector.SAFETY).pass(200).arrive(null);
    bench.free(Detector.SAFETY).pass(300);

    assertThat(bench.barrier()).isEqualTo(Request.LOWER);
    assertThat(bench.light()).isEqualTo(Colour.RED);
  }

  @Test
  void whoIsOnTheSafetyLoopWithoutAGrantHasRunThrough() {
    bench.arrive(null).pass(2_000).free(Detector.ARMING).pass(500).occupied(Detector.SAFETY);
    assertThat(bench.last(LaneAct.Siren.class)).contains(new LaneAct.Siren(true));
    bench.pass(500).free(Detector.SAFETY);

    assertThat(bench.passage().terms()).isEqualTo(Terms.VIOLATION);
    assertThat(bench.passage().violation()).isEqualTo(Violation.RUN_THROUGH);
    assertThat(bench.last(LaneAct.Siren.class)).contains(new LaneAct.Siren(false));
    assertThat(bench.all(LaneAct.Photograph.class))
        .contains(new LaneAct.Photograph(1, LaneAct.Shot.VIOLATION));
  }

  @Test
  void theSecondOnOneGrantIsTailgating() {
    bench.arrive(Bench.ANNA).armOpens().free(Detector.ARMING).pass(400);
    bench.occupied(Detector.SAFETY).arrive(null).free(Detector.ARMING);
    bench.free(Detector.SAFETY).pass(250).cross();

    assertThat(bench.terms()).containsExactly(Terms.CHARGED, Terms.VIOLATION);
    assertThat(bench.passages().get(1).violation()).isEqualTo(Violation.TAILGATING);
    assertThat(bench.chargedTags()).containsExactly(Bench.ANNA);
  }

  @Test
  void aBarrierThatDoesNotOpenIsAFaultAndTheGrantStands() {
    bench.arrive(Bench.ANNA).pass(3_100);
    assertThat(bench.lane.state()).isEqualTo(LaneState.FAULT);
    assertThat(bench.light()).isEqualTo(Colour.RED);
    assertThat(bench.notice()).isEqualTo(Notices.BARRIER_FAULT);
    assertThat(bench.last(LaneAct.Alarm.class).orElseThrow().code())
        .isEqualTo(BarrierControl.NOT_OPEN);

    bench.arm(ArmPosition.OPEN);
    assertThat(bench.lane.state()).isEqualTo(LaneState.PASS_GRANTED);
    assertThat(bench.light()).isEqualTo(Colour.GREEN);
    bench.leave();
    assertThat(bench.chargedTags()).containsExactly(Bench.ANNA);
  }

  @Test
  void reopensAtOnceWhenSomethingIsUnderAClosingArm() {
    bench.arrive(Bench.ANNA).leave().pass(400).arm(ArmPosition.BETWEEN);
    assertThat(bench.barrier()).isEqualTo(Request.LOWER);
    long before = bench.acts.size();
    bench.occupied(Detector.CURTAIN);

    assertThat(bench.acts.get((int) before)).isEqualTo(new LaneAct.Barrier(Request.RAISE));
    bench.free(Detector.CURTAIN).rest();
    assertThat(bench.barrier()).isEqualTo(Request.LOWER);
    assertThat(bench.terms()).containsExactly(Terms.CHARGED);
  }

  @Test
  void aFlagIsACodeInTheDocumentedForm() {
    assertThat(LaneFlags.POSSIBLE_DUPLICATE).isEqualTo(new Flag("possible-duplicate"));
  }
}
