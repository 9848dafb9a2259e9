// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gatework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a restart, a fire or an open gate make of journeys: nobody pays for what nobody saw. */
class GateRestartTest {

  private static final String TOKEN = "00112233445566778899";
  private static final long MOST = 20_000;

  @TempDir Path folder;

  private GateBench bench;

  @BeforeEach
  void begin() throws Exception {
    bench = new GateBench(folder);
  }

  private String inAtAnotherGate() {
    return ",in,st-4," + (bench.time.now().wall().getEpochSecond() - 600);
  }

  private void tap(String way) {
    bench.tap(way + "," + TOKEN);
    bench.pass(50);
  }

  private void comesIn() {
    tap("in");
    bench.walksIn();
    bench.pass(2_000);
  }

  private void restartWithoutAnybodyWalking() throws Exception {
    bench.restart();
    bench.pass(8_000);
  }

  @Test
  void whoTappedInBeforeARestartAndWasNotSeenIsTakenToBeInside() throws Exception {
    tap("in");
    restartWithoutAnybodyWalking();
    assertThat(bench.events()).containsExactly("decided allowed", "passed unproven");
    bench.restart();
    tap("out");
    assertThat(bench.fare()).as("the journey is open, over another restart too").isEqualTo(8_000);
    assertThat(GateBench.text(bench.decided(), "from")).isEqualTo("st-1");
  }

  @Test
  void whoTappedInBeforeARestartAndStillStandsThereMayTapAgainAndOwesNothing() throws Exception {
    tap("in");
    restartWithoutAnybodyWalking();
    tap("in");
    bench.walksIn();
    assertThat(bench.events()).endsWith("decided allowed", "passed");
    assertThat(bench.flags()).contains("unproven");
    assertThat(bench.owed(TOKEN)).isZero();
  }

  @Test
  void whoTappedOutBeforeARestartAndWasNotSeenHasTheFareBackAndHisJourney() throws Exception {
    bench.tap("out," + TOKEN + inAtAnotherGate());
    bench.pass(50);
    assertThat(bench.fare()).isEqualTo(15_000);
    restartWithoutAnybodyWalking();
    assertThat(bench.events()).containsExactly("decided allowed", "lapsed unproven");
    assertThat(bench.owed(TOKEN)).isZero();
    tap("out");
    assertThat(bench.fare()).as("what the medium said before the restart").isEqualTo(15_000);
    bench.walksOut();
    assertThat(bench.owed(TOKEN)).isEqualTo(15_000);
  }

  @Test
  void anOldTapOutIsGivenBackAtTheRestartItself() throws Exception {
    comesIn();
    tap("out");
    bench.powerCut(Duration.ofMinutes(2));
    assertThat(bench.events()).endsWith("decided allowed", "lapsed unproven");
    assertThat(bench.owed(TOKEN)).isZero();
  }

  @Test
  void whoMayHaveLeftUnseenDoesNotPayTheMostWhenHeComesAgain() throws Exception {
    comesIn();
    tap("out");
    restartWithoutAnybodyWalking();
    bench.pass(700_000);
    tap("in");
    assertThat(bench.fare()).isZero();
    assertThat(bench.flags()).contains("no-tap-out", "unproven");
  }

  @Test
  void whoWasInsideWhileTheFlapsStoodOpenDoesNotPayTheMostWhenHeComesAgain() throws Exception {
    comesIn();
    bench.powerCut(Duration.ofMinutes(11));
    tap("in");
    assertThat(bench.fare()).isZero();
    assertThat(bench.flags()).contains("no-tap-out", "unproven");
  }

  @Test
  void theSameAfterAFire() {
    comesIn();
    bench.fire.is(true);
    bench.pass(1_000);
    bench.fire.is(false);
    bench.pass(700_000);
    tap("in");
    assertThat(bench.fare()).isZero();
  }

  @Test
  void whoWasInsideAllTheTimeAndDidNotTapOutPaysTheMost() {
    comesIn();
    bench.pass(700_000);
    tap("in");
    assertThat(bench.fare()).isEqualTo(MOST);
    assertThat(bench.flags()).contains("no-tap-out").doesNotContain("unproven");
  }

  @Test
  void whoTapsInAtAGateThatStandsOpenPaysHisJourneyAtTheExitAndNotTheMost() throws Exception {
    bench.gate.holdOpen(true);
    bench.pass(100);
    tap("in");
    bench.walksIn();
    bench.gate.holdOpen(false);
    bench.restart();
    bench.pass(2_000);
    tap("out");
    assertThat(bench.fare()).isEqualTo(8_000);
    assertThat(GateBench.text(bench.decided(), "from")).isEqualTo("st-1");
  }

  @Test
  void aFireWhileHeTapsOutGivesTheFareBackAndSaysThatHeMayHaveLeft() {
    comesIn();
    tap("out");
    bench.fire.is(true);
    bench.pass(1_000);
    assertThat(bench.events()).endsWith("decided allowed", "lapsed unproven");
    assertThat(bench.owed(TOKEN)).isZero();
  }

  @Test
  void aTapInThatThisGateMayHaveMissedIsMadeGoodForByTheLeastFare() {
    tap("out");
    assertThat(bench.fare()).as("the gate stood open until it began").isEqualTo(8_000);
    assertThat(bench.flags()).contains("no-tap-in", "unproven");
    bench.pass(10_000);
    bench.stall(Duration.ofHours(3).toMillis());
    bench.tap("out,aabbccddee");
    bench.pass(50);
    assertThat(bench.fare()).isEqualTo(MOST);
    assertThat(bench.flags()).contains("no-tap-in").doesNotContain("unproven");
  }

  @Test
  void aTapOfBeforeARestartOpensNothingWhenItsOwnerHasGone() throws Exception {
    tap("in");
    bench.fire.lost();
    bench.restart();
    bench.pass(6_000);
    assertThat(bench.events()).containsExactly("decided allowed", "passed unproven");
    bench.fire.is(false);
    bench.pass(2_000);
    assertThat(bench.open.isOn()).isFalse();
  }

  @Test
  void noSecondPersonOnOneMediumOverARestart() throws Exception {
    comesIn();
    bench.powerCut(Duration.ofMinutes(1));
    tap("in");
    assertThat(bench.events()).endsWith("decided passed-back");
    assertThat(bench.open.isOn()).isFalse();
  }

  @Test
  void whoMayHaveComeInWhileTheFlapsStoodOpenIsNotLockedIn() throws Exception {
    comesIn();
    tap("out");
    bench.walksOut();
    bench.powerCut(Duration.ofMinutes(1));
    tap("out");
    assertThat(bench.openOut.isOn()).isTrue();
    assertThat(bench.fare()).isEqualTo(8_000);
    assertThat(bench.flags()).contains("no-tap-in", "unproven");
  }

  @Test
  void whatWasDeniedOrDuplicateBeforeARestartIsNoJourneyAfterIt() throws Exception {
    bench.tap("in,deadbeef00");
    bench.pass(50);
    comesIn();
    tap("in");
    assertThat(bench.events()).endsWith("decided duplicate");
    bench.powerCut(Duration.ofMinutes(1));
    tap("out");
    bench.walksOut();
    assertThat(bench.owed(TOKEN)).isEqualTo(8_000);
    assertThat(bench.owed("deadbeef00")).isZero();
  }
}
