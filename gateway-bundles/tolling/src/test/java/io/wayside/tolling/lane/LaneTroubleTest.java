// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.tolling.lane.LaneAct.Request;
import io.wayside.tolling.lane.LaneOutcome.Terms;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a lane does when a device cannot be believed, and when it is told to be something else. */
class LaneTroubleTest {

  private final Bench bench = Bench.open(Bench.ROOMY);

  @Test
  void doesNotCloseWhileTheSafetyLoopIsNotHeard() {
    bench.arrive(Bench.ANNA).leave().on(new LaneEvent.DetectorLost(bench.now(), Detector.SAFETY));
    bench.rest();
    assertThat(bench.barrier()).isEqualTo(Request.RAISE);
    assertThat(bench.lane.state()).isEqualTo(LaneState.FAULT);

    bench.free(Detector.SAFETY).pass(300);
    assertThat(bench.barrier()).isEqualTo(Request.LOWER);
    assertThat(bench.terms()).containsExactly(Terms.CHARGED);
  }

  @Test
  void doesNotCloseWhileTheCurtainIsNotHeardAndGoesOnCharging() {
    bench.on(new LaneEvent.DetectorLost(bench.now(), Detector.CURTAIN));
    bench.arrive(Bench.ANNA).armOpens().free(Detector.ARMING).pass(300);
    bench.occupied(Detector.SAFETY).pass(500).free(Detector.SAFETY).rest();

    assertThat(bench.barrier()).isEqualTo(Request.RAISE);
    assertThat(bench.terms()).containsExactly(Terms.CHARGED);
  }

  @Test
  void takesTheClosingBackWhenTheSafetyLoopIsLostMeanwhile() {
    bench.arrive(Bench.ANNA).leave().pass(400).arm(ArmPosition.BETWEEN);
    assertThat(bench.barrier()).isEqualTo(Request.LOWER);
    bench.on(new LaneEvent.DetectorLost(bench.now(), Detector.SAFETY));

    assertThat(bench.barrier()).isEqualTo(Request.RAISE);
  }

  @Test
  void aPassageDuringWhichTheSafetyLoopWasLostIsReviewed() {
    bench.arrive(Bench.ANNA).armOpens().free(Detector.ARMING).pass(300).occupied(Detector.SAFETY);
    bench.on(new LaneEvent.DetectorLost(bench.now(), Detector.SAFETY)).pass(2_000);
    bench.free(Detector.SAFETY);

    assertThat(bench.passage().terms()).isEqualTo(Terms.REVIEW);
    assertThat(bench.passage().evidence().flags().all()).contains(LaneFlags.LOOP_LOST);
  }

  @Test
  void givesNoGrantWhileALoopIsNotHeardUnlessAnAttendantDoes() {
    bench.on(new LaneEvent.DetectorLost(bench.now(), Detector.SAFETY)).arrive(Bench.ANNA);
    assertThat(bench.granted()).isEmpty();
    assertThat(bench.notice()).isEqualTo(Notices.LOOP_LOST);

    bench.free(Detector.SAFETY);
    assertThat(bench.granted()).hasSize(1);
  }

  @Test
  void aVehicleThatStoodOnALoopThatWasLostIsReviewed() {
    bench.arrive(Bench.ANNA).on(new LaneEvent.DetectorLost(bench.now(), Detector.ARMING));
    bench.pass(1_000).occupied(Detector.ARMING).pass(500).leave();

    assertThat(bench.passage().terms()).isEqualTo(Terms.REVIEW);
  }

  @Test
  void chatterOfALoopIsOneVehicle() {
    for (int i = 0; i < 20; i++) {
      bench.occupied(Detector.ARMING).pass(15).free(Detector.ARMING).pass(15);
    }
    bench.occupied(Detector.ARMING).hear(Bench.ANNA, -54, 300).leave().rest();

    assertThat(bench.terms()).containsExactly(Terms.CHARGED);
    assertThat(bench.lane.tally().vehicles()).isOne();
  }

  @Test
  void aBarrierThatDoesNotCloseIsAlarmedAndTheLaneGoesOn() {
    bench.arrive(Bench.ANNA).leave().pass(5_400);
    assertThat(bench.last(LaneAct.Alarm.class).orElseThrow())
        .matches(a -> a.code().equals(BarrierControl.NOT_CLOSED) && a.on());

    bench.arrive(Bench.BAO).leave();
    assertThat(bench.chargedTags()).containsExactly(Bench.ANNA, Bench.BAO);
  }

  @Test
  void nothingCloses_afterAStartBeforeTheLoopsWereHeard() {
    Bench fresh = new Bench(Bench.ROOMY, Neighbours.NONE);
    fresh.order(LaneOrder.OPEN).arm(ArmPosition.OPEN).rest();
    assertThat(fresh.all(LaneAct.Barrier.class)).isEmpty();
    assertThat(fresh.lane.state()).isEqualTo(LaneState.FAULT);

    fresh.free(Detector.ARMING).free(Detector.SAFETY).rest();
    assertThat(fresh.all(LaneAct.Barrier.class)).as("the curtain was not heard").isEmpty();
    fresh.free(Detector.CURTAIN).pass(300);
    assertThat(fresh.barrier()).isEqualTo(Request.LOWER);
  }

  @Test
  void aStrangerOnTheSafetyLoopAtTheStartIsChargedToNobodyAndIsOnRecord() {
    Bench fresh = new Bench(Bench.ROOMY, Neighbours.NONE);
    fresh.order(LaneOrder.OPEN).free(Detector.ARMING).free(Detector.CURTAIN);
    fresh.occupied(Detector.SAFETY).rest();
    assertThat(fresh.all(LaneAct.Barrier.class)).isEmpty();
    fresh.free(Detector.SAFETY).pass(300);

    assertThat(fresh.terms()).containsExactly(Terms.VIOLATION);
    assertThat(fresh.passage().evidence().flags().all()).contains(LaneFlags.LOOP_LOST);
    assertThat(fresh.barrier()).isEqualTo(Request.LOWER);
  }

  @Test
  void theRadioIsOffWhileTheLaneIsClosed() {
    Bench fresh = new Bench(Bench.ROOMY, Neighbours.NONE);
    fresh.keep(fresh.lane.resume(java.util.List.of(), java.util.List.of(), 0));
    assertThat(fresh.last(LaneAct.Radio.class)).contains(new LaneAct.Radio(false));
    fresh.settle();
    assertThat(fresh.last(LaneAct.Radio.class)).contains(new LaneAct.Radio(true));
  }

  @Test
  void closingServesWhoIsInTheLaneAndNobodyElse() {
    bench.arrive(Bench.ANNA).order(LaneOrder.CLOSE);
    assertThat(bench.last(LaneAct.Radio.class)).contains(new LaneAct.Radio(true));
    bench.leave();
    assertThat(bench.last(LaneAct.Radio.class)).contains(new LaneAct.Radio(false));
    bench.rest().arrive(Bench.BAO).pass(2_000);

    assertThat(bench.chargedTags()).containsExactly(Bench.ANNA);
    assertThat(bench.notice()).isEqualTo(Notices.LANE_CLOSED);
    assertThat(bench.barrier()).isEqualTo(Request.LOWER);

    bench.order(LaneOrder.OPEN).hear(Bench.BAO, -54, 200);
    assertThat(bench.granted()).hasSize(2);
  }

  @Test
  void aConvoyPassesUnchargedAndIsCounted() {
    bench.order(LaneOrder.HOLD_OPEN);
    assertThat(bench.lane.state()).isEqualTo(LaneState.FORCED_OPEN);
    assertThat(bench.barrier()).isEqualTo(Request.RAISE);
    bench.arrive(Bench.ANNA).leave().pass(2_000).arrive(null).leave().pass(5_000);
    assertThat(bench.terms()).containsExactly(Terms.FORCED_OPEN, Terms.FORCED_OPEN);
    assertThat(bench.barrier()).isEqualTo(Request.RAISE);

    bench.order(LaneOrder.OPEN).pass(300);
    assertThat(bench.barrier()).isEqualTo(Request.LOWER);
  }

  @Test
  void inMaintenanceTheBarrierIsLeftAloneAndNothingIsCharged() {
    bench.order(LaneOrder.MAINTAIN);
    int before = bench.all(LaneAct.Barrier.class).size();
    bench.arrive(Bench.ANNA).leave().rest();

    assertThat(bench.lane.state()).isEqualTo(LaneState.MAINTENANCE);
    assertThat(bench.terms()).containsExactly(Terms.FORCED_OPEN);
    assertThat(bench.passage().evidence().flags().all()).contains(LaneFlags.UNDER_MAINTENANCE);
    assertThat(bench.all(LaneAct.Barrier.class)).hasSize(before);
    assertThat(bench.last(LaneAct.Radio.class)).contains(new LaneAct.Radio(false));
  }

  @Test
  void turnsOnlyWhenEmptyAndThenHearsEveryLoopAnew() {
    bench.arrive(Bench.ANNA).on(new LaneEvent.Turn(bench.now(), Travel.REVERSE, "anna"));
    assertThat(bench.last(LaneAct.Refused.class).orElseThrow().order()).isEqualTo("turn");

    bench.leave().rest().on(new LaneEvent.Turn(bench.now(), Travel.REVERSE, "anna"));
    assertThat(bench.last(LaneAct.Refused.class).orElseThrow().why()).contains("close it");
    bench.on(new LaneEvent.Order(bench.now(), LaneOrder.CLOSE, "anna"));
    bench.on(new LaneEvent.Turn(bench.now(), Travel.REVERSE, "anna"));
    assertThat(bench.all(LaneAct.Refused.class)).hasSize(2);
    bench.on(new LaneEvent.Order(bench.now(), LaneOrder.OPEN, "anna"));
    assertThat(bench.lane.state()).isEqualTo(LaneState.FAULT);
    bench.settle();
    bench.arrive(Bench.BAO).leave();
    assertThat(bench.passages().get(1).evidence().travel()).isEqualTo(Travel.REVERSE);
  }

  private String refusedTurn(Bench lane) {
    int before = lane.all(LaneAct.Refused.class).size();
    lane.on(new LaneEvent.Turn(lane.now(), Travel.REVERSE, "anna"));
    List<LaneAct.Refused> all = lane.all(LaneAct.Refused.class);
    return all.size() == before ? "turned" : all.get(all.size() - 1).why();
  }

  @Test
  void whoCameInOverTheSafetyLoopMayStandBetweenTheLoopsOfALaneThatIsToBeTurned() {
    bench.order(LaneOrder.CLOSE).rest();
    bench.cross().pass(2_000);
    assertThat(bench.terms()).containsExactly(Terms.VIOLATION);
    assertThat(refusedTurn(bench)).contains("between its loops");
    bench.pass(55_000);
    assertThat(refusedTurn(bench)).contains("between its loops");
    bench.pass(6_000);
    assertThat(refusedTurn(bench)).isEqualTo("turned");

    Bench compact = Bench.open(Bench.COMPACT);
    compact.order(LaneOrder.CLOSE).pass(1_000).cross().pass(2_000);
    assertThat(refusedTurn(compact)).as("on neither loop is in neither lane").isEqualTo("turned");
  }

  @Test
  void aLaneThatIsOutOfStepIsNotTurned() {
    bench.arrive(null).pass(2_000).free(Detector.ARMING).order(LaneOrder.CLOSE);
    String why = refusedTurn(bench);
    assertThat(why).contains("in the lane");
    int waited = 0;
    while (bench.lane.vehicles() > 0) {
      bench.pass(1_000);
      assertThat(++waited).as("seconds until nobody hears of it any more").isLessThan(200);
    }
    assertThat(bench.last(LaneAct.Alarm.class).orElseThrow().code()).isEqualTo("order-in-doubt");
    assertThat(refusedTurn(bench)).contains("order-in-doubt");
    bench.pass(61_000);
    assertThat(refusedTurn(bench)).isEqualTo("turned");
  }

  @Test
  void aLaneWithADetectorThatIsNotHeardIsNotTurned() {
    for (Detector detector : List.of(Detector.ARMING, Detector.SAFETY, Detector.CURTAIN)) {
      Bench each = Bench.open(Bench.COMPACT);
      each.order(LaneOrder.CLOSE).rest();
      each.on(new LaneEvent.DetectorLost(each.now(), detector));
      assertThat(refusedTurn(each)).as("%s", detector).contains("not known to be empty");
    }
    bench.order(LaneOrder.CLOSE).rest().occupied(Detector.CLASSING);
    assertThat(refusedTurn(bench)).contains("classing");
  }

  @Test
  void anAttendantsGrantWithoutAVehicleIsRefusedWhereNoneCanBeUnseen() {
    Bench compact = Bench.open(Bench.COMPACT);
    compact.on(new LaneEvent.AttendantGrant(compact.now(), "anna", "paid-cash"));

    assertThat(compact.last(LaneAct.Refused.class).orElseThrow().why()).contains("no vehicle");
    assertThat(compact.granted()).isEmpty();
  }

  @Test
  void anAttendantLetsPassWhomTheArmingLoopDidNotTellFromTheOneAhead() {
    bench.on(new LaneEvent.AttendantGrant(bench.now(), "anna", "paid-cash")).armOpens().cross();
    assertThat(bench.terms()).containsExactly(Terms.MANUAL);

    bench.rest().on(new LaneEvent.AttendantGrant(bench.now(), "anna", "paid-cash")).rest();
    assertThat(bench.terms()).as("nobody came").hasSize(1);
    assertThat(bench.barrier()).isEqualTo(Request.LOWER);
  }

  @Test
  void moreVehiclesThanFitAreNotFollowedAndThatIsSaid() {
    for (int i = 0; i < 40; i++) {
      bench.occupied(Detector.ARMING).pass(300).free(Detector.ARMING).pass(300);
    }
    assertThat(bench.lane.vehicles()).isLessThanOrEqualTo(16);
    assertThat(bench.lane.tally().overflows()).isPositive();
    for (int i = 0; i < 20; i++) {
      bench.rest();
    }
    assertThat(bench.lane.state()).isEqualTo(LaneState.OPEN_IDLE);
  }

  @Test
  void timeThatRunsBackwardsChangesNothing() {
    bench.arrive(Bench.ANNA);
    bench.on(new LaneEvent.Tick(bench.now() - 3_600_000_000_000L));
    bench.on(new LaneEvent.Heard(0, Bench.ANNA, java.util.Optional.empty(), Bench.LANE, -54, 1));
    bench.leave();

    assertThat(bench.passage().terms()).isEqualTo(Terms.CHARGED);
  }
}
