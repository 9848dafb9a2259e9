// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.command.CommandResult;
import io.wayside.core.water.Lantern.Fallback;
import io.wayside.core.water.LanternOrder;
import io.wayside.waterway.aid.Duty;
import io.wayside.waterway.rhythm.Seen;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderLifeTest {

  private final Bench bench = new Bench();

  @BeforeEach
  void begin() throws Exception {
    bench.restarted().settle();
    bench.lantern.heard.clear();
  }

  @Test
  void lightIsGivenBackBeforeAnythingElseAfterAStart() throws Exception {
    bench.lantern.order = new LanternOrder.Dark();
    bench.restarted();
    bench.order(Verb.SHINE, 600);

    bench.settle();

    assertThat(bench.lantern.heard).containsExactly("Release", "Shine 600");
  }

  @Test
  void orderWithoutALightInputEndsAsConfirmedAndSaysSo() throws Exception {
    bench.order(Verb.DARK, 600);
    bench.pass(31);

    assertThat(bench.steps("o-1"))
        .containsExactly("accepted", "sent", "device-confirmed", "device-confirmed*");
    assertThat(bench.code("o-1")).isEqualTo("not-observed");
  }

  @Test
  void orderThatTheDeviceOnlyTookEndsAsSent() throws Exception {
    bench.lantern.mood = TestLantern.Mood.TAKES;
    bench.order(Verb.SHINE, 600);
    bench.pass(31);

    assertThat(bench.steps("o-1")).containsExactly("accepted", "sent", "sent*");
  }

  @Test
  void orderIsObservedWhenTheLightBeginsToShowIt() throws Exception {
    bench.shows(Seen.DARK, Sight.Due.UNLIT);
    bench.order(Verb.SHINE, 600);
    bench.pass(3);
    assertThat(bench.steps("o-1")).doesNotContain("observed*");

    bench.shows(Seen.AS_EXPECTED, Sight.Due.UNLIT);
    bench.settle();

    assertThat(bench.steps("o-1"))
        .containsExactly("accepted", "sent", "device-confirmed", "observed*");
  }

  @Test
  void lightThatShowedItBeforeIsWatchedForTwoPeriodsFirst() throws Exception {
    bench.shows(Seen.AS_EXPECTED, Sight.Due.LIT);
    bench.order(Verb.SHINE, 600);
    bench.pass(29);
    assertThat(bench.steps("o-1")).doesNotContain("observed*");

    bench.pass(2);

    assertThat(bench.steps("o-1")).contains("observed*");
  }

  @Test
  void orderThatTheLightDoesNotShowFailsAndGivesTheLightBack() throws Exception {
    bench.shows(Seen.AS_EXPECTED, Sight.Due.LIT);
    bench.order(Verb.DARK, 600);
    bench.pass(31);

    assertThat(bench.steps("o-1")).endsWith("failed*");
    assertThat(bench.code("o-1")).isEqualTo("light-shows-otherwise");
    assertThat(bench.lantern.isOverridden()).isFalse();
  }

  @Test
  void lightGoesBackWhenTheLeaseIsOver() throws Exception {
    bench.order(Verb.DARK, 60);
    bench.pass(59);
    assertThat(bench.lantern.order).isInstanceOf(LanternOrder.Dark.class);
    assertThat(bench.desk.view().duty().mode()).isEqualTo(Duty.Mode.DARK);

    bench.pass(1);

    assertThat(bench.lantern.isOverridden()).isFalse();
    assertThat(bench.steps("o-1")).endsWith("device-confirmed*", "lease-ended");
    assertThat(bench.desk.view().duty().mode()).isEqualTo(Duty.Mode.AUTOMATIC);
  }

  @Test
  void newOrderTakesThePlaceOfTheFormer() throws Exception {
    bench.order(Verb.DARK, 600);
    bench.pass(2);
    bench.order(Verb.SHINE, 600);
    bench.pass(40);
    bench.order(Verb.DARK, 600);
    bench.settle();

    assertThat(bench.steps("o-1")).endsWith("returned*");
    assertThat(bench.steps("o-2")).endsWith("device-confirmed*", "lease-ended");
    assertThat(bench.code("o-2")).isEqualTo("replaced");
    assertThat(bench.lantern.heard).containsExactly("Dark 600", "Shine 600", "Dark 600");
  }

  @Test
  void automaticEndsWhatWasOrdered() throws Exception {
    bench.order(Verb.DARK, 600);
    bench.pass(40);
    bench.order(Verb.AUTOMATIC, Bench.nothing());
    bench.pass(40);

    assertThat(bench.steps("o-1")).endsWith("lease-ended");
    assertThat(bench.steps("o-2"))
        .containsExactly("accepted", "sent", "device-confirmed", "device-confirmed*");
    assertThat(bench.lantern.heard).containsExactly("Dark 600", "Release");
  }

  @Test
  void resetIsSaidOnceAndTheLightGivenBack() throws Exception {
    bench.order(Verb.RESET, Bench.nothing());
    bench.pass(300);

    assertThat(bench.lantern.heard).containsExactly("Reset 240", "Release");
    assertThat(bench.steps("o-1")).endsWith("device-confirmed*");
  }

  @Test
  void resetThatMayHaveBeenDoneIsNotAskedForAgain() throws Exception {
    bench.lantern.mood = TestLantern.Mood.SILENT;
    bench.order(Verb.RESET, Bench.nothing());
    bench.settle();
    bench.lantern.mood = TestLantern.Mood.CONFIRMS;
    bench.pass(200);

    assertThat(bench.steps("o-1")).containsExactly("accepted", "failed*");
    assertThat(bench.lantern.heard.stream().filter(said -> said.startsWith("Reset"))).hasSize(1);
  }

  @Test
  void refusingDeviceFailsTheOrder() throws Exception {
    bench.lantern.mood = TestLantern.Mood.REFUSES;
    bench.order(Verb.DARK, 600);
    bench.settle();

    assertThat(bench.steps("o-1")).containsExactly("accepted", "failed*");
    assertThat(bench.code("o-1")).isEqualTo("device-refused");
  }

  @Test
  void orderThatCannotBeSentExpires() throws Exception {
    bench.lantern.mood = TestLantern.Mood.LINK_DOWN;
    bench.order(Verb.SHINE, 600);
    bench.pass(119);
    assertThat(bench.steps("o-1")).containsExactly("accepted");

    bench.pass(1);

    assertThat(bench.steps("o-1")).containsExactly("accepted", "expired*");
  }

  @Test
  void darkThatMayHaveBeenTakenInSilenceIsGivenBackUntilTheDeviceAnswers() throws Exception {
    bench.lantern.mood = TestLantern.Mood.SILENT;
    bench.order(Verb.DARK, 60);
    bench.settle();
    assertThat(bench.lantern.order).isInstanceOf(LanternOrder.Dark.class);
    bench.lantern.mood = TestLantern.Mood.LINK_DOWN;
    bench.pass(90);
    assertThat(bench.steps("o-1")).endsWith("expired*");
    assertThat(bench.desk.view().owedSinceNanos()).isPresent();

    bench.lantern.mood = TestLantern.Mood.CONFIRMS;
    bench.pass(5);

    assertThat(bench.lantern.isOverridden()).isFalse();
    assertThat(bench.desk.view().owedSinceNanos()).isEmpty();
  }

  @Test
  void orderEndsWhenTheLinkToTheLanternIsLost() throws Exception {
    bench.order(Verb.DARK, 3_000);
    bench.pass(59);
    bench.lantern.mood = TestLantern.Mood.LINK_DOWN;
    bench.pass(59);
    assertThat(bench.steps("o-1")).doesNotContain("lease-ended");

    bench.pass(10);

    assertThat(bench.code("o-1")).isEqualTo("link-lost");
    assertThat(bench.steps("o-1")).endsWith("lease-ended");
  }

  @Test
  void oneMissedAnswerIsNoLostLink() throws Exception {
    bench.order(Verb.DARK, 3_000);
    bench.pass(59);
    bench.lantern.mood = TestLantern.Mood.LINK_DOWN;
    bench.pass(20);
    bench.lantern.mood = TestLantern.Mood.CONFIRMS;
    bench.pass(120);

    assertThat(bench.steps("o-1")).doesNotContain("lease-ended");
  }

  @Test
  void orderInForceIsToldAnewSoThatARestartedLanternTakesItUpAgain() throws Exception {
    bench.order(Verb.DARK, 600);
    bench.pass(10);
    bench.lantern.order = new LanternOrder.Automatic();
    bench.pass(60);

    assertThat(bench.lantern.order).isInstanceOf(LanternOrder.Dark.class);
    assertThat(bench.lantern.heard).containsExactly("Dark 600", "Dark 540");
  }

  @Test
  void orderThatTheLightStopsShowingIsEnded() throws Exception {
    bench.shows(Seen.AS_EXPECTED, Sight.Due.UNLIT);
    bench.order(Verb.SHINE, 3_000);
    bench.pass(31);
    assertThat(bench.steps("o-1")).endsWith("observed*");

    bench.shows(Seen.DARK, Sight.Due.UNLIT);
    bench.pass(89);
    assertThat(bench.steps("o-1")).endsWith("observed*");
    bench.pass(2);

    assertThat(bench.steps("o-1")).endsWith("observed*", "lease-ended");
    assertThat(bench.lantern.isOverridden()).isFalse();
  }

  @Test
  void darkIsPlannedOnceTheLanternTookIt() throws Exception {
    bench.lantern.mood = TestLantern.Mood.LINK_DOWN;
    bench.order(Verb.DARK, 600);
    assertThat(bench.desk.view().duty().mode()).isEqualTo(Duty.Mode.AUTOMATIC);
    assertThat(bench.desk.view().why().en()).contains("dark by nam", "has not answered yet");

    bench.lantern.mood = TestLantern.Mood.CONFIRMS;
    bench.pass(6);

    assertThat(bench.desk.view().duty().mode()).isEqualTo(Duty.Mode.DARK);
    assertThat(bench.desk.view().why().en()).contains("dark by nam").doesNotContain("answered");
  }

  @Test
  void centreOutOfReachEndsWhatTheCentreOrdered() throws Exception {
    bench.limits = Bench.limits(Fallback.RETURNS_BY_ITSELF, Duration.ofMinutes(2));
    bench.restarted().settle();
    bench.order(Verb.DARK, 3_000);
    bench.pass(10);
    bench.centreLost(true);
    bench.pass(119);
    bench.centreLost(false);
    bench.pass(1);
    bench.centreLost(true);
    bench.pass(119);
    assertThat(bench.steps("o-1")).doesNotContain("lease-ended");

    bench.pass(1);

    assertThat(bench.code("o-1")).isEqualTo("centre-gone");
    assertThat(bench.lantern.isOverridden()).isFalse();
  }

  @Test
  void whatATechnicianOrderedAtTheBoxOutlivesTheCentre() throws Exception {
    bench.limits = Bench.limits(Fallback.RETURNS_BY_ITSELF, Duration.ofMinutes(2));
    bench.restarted().settle();
    bench.centreLost(true);
    bench.pass(200);
    bench.face = "cli";
    bench.order(Verb.DARK, 600);
    bench.pass(300);
    assertThat(bench.lantern.order).isInstanceOf(LanternOrder.Dark.class);

    bench.face = "central";
    bench.order(Verb.SHINE, 600);
    bench.pass(2);

    assertThat(bench.code("o-2")).as("nobody at the centre can end it").isEqualTo("centre-gone");
  }

  @Test
  void lanternThatHoldsWhatItWasToldIsReleasedAgainAndAgain() throws Exception {
    bench.limits = Bench.limits(Fallback.HOLDS, Bench.NEVER);
    bench.restarted().settle();
    bench.lantern.heard.clear();
    bench.lantern.order = new LanternOrder.Dark();

    bench.pass(600);

    assertThat(bench.lantern.isOverridden()).isFalse();
    assertThat(bench.lantern.heard).containsExactly("Release");
  }

  @Test
  void lostAnswerIsFollowedByASecondReleaseForAnOrderThatComesLate() throws Exception {
    bench.lantern.mood = TestLantern.Mood.SILENT;
    bench.order(Verb.DARK, 60);
    bench.settle();
    bench.lantern.mood = TestLantern.Mood.CONFIRMS;
    bench.order(Verb.AUTOMATIC, Bench.nothing());
    bench.settle();
    bench.lantern.order = new LanternOrder.Dark();

    bench.pass(60);

    assertThat(bench.lantern.isOverridden()).isFalse();
  }

  @Test
  void lanternThatLeavesTheGatewayIsOutOfReach() throws Exception {
    bench.order(Verb.DARK, 600);
    bench.pass(10);
    bench.desk.giveBack("lantern-gone", "its driver was stopped");
    bench.lanternThere = false;
    bench.pass(10);
    assertThat(bench.code("o-1")).isEqualTo("lantern-gone");
    assertThat(bench.desk.view().trouble()).contains("no such lantern");

    bench.lanternThere = true;
    bench.pass(6);

    assertThat(bench.lantern.isOverridden()).isFalse();
  }

  @Test
  void orderAnswersWithItsIdAtOnce() throws Exception {
    assertThat(bench.order(Verb.SHINE, 60))
        .isInstanceOfSatisfying(
            CommandResult.Done.class,
            done -> assertThat(done.answer().toString()).contains("o-1").contains("accepted"));
  }
}
