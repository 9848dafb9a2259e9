// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gatework;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.journal.JournalException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody passes on a tap that is not on record, or on that of another. */
class GateRecordFirstTest {

  private static final String TOKEN = "00112233445566778899";

  @TempDir Path folder;

  private GateBench bench;

  @BeforeEach
  void begin() throws Exception {
    bench = new GateBench(folder);
  }

  private static final String OTHER = "aabbccddee";

  private void tap(String text) {
    bench.tap(text);
    bench.pass(50);
  }

  private void sync() {
    bench.journal.sync();
    bench.pass(50);
  }

  @Test
  void aTapThatTheJournalNeverTakesOpensNothingAndLeavesNothing() {
    bench.journal.failing(new JournalException.Refused("too large"));
    tap("in," + TOKEN);
    assertThat(bench.open.isOn()).isFalse();
    assertThat(bench.gate.health().code()).isEqualTo("records-lost");
    bench.journal.failing(null);
    tap("in," + TOKEN);
    assertThat(bench.open.isOn()).as("as if he had never tapped").isTrue();
    assertThat(bench.events()).containsExactly("decided allowed");
  }

  @Test
  void oneRecordThatWasNeverTakenDoesNotShutTheGateForWhoComesLater() {
    bench.journal.failing(new JournalException.Refused("too large"));
    tap("in," + TOKEN);
    bench.journal.failing(null);
    bench.journal.slow();
    tap("in," + TOKEN);
    tap("in," + OTHER);
    sync();
    sync();
    assertThat(bench.events()).containsExactly("decided allowed", "decided allowed");
  }

  @Test
  void aRecordThatComesTooLateOpensForNobody() {
    bench.journal.slow();
    tap("in," + TOKEN);
    bench.pass(6_000);
    sync();
    assertThat(bench.open.isOn()).as("he has gone").isFalse();
    sync();
    assertThat(bench.events()).containsExactly("decided allowed", "lapsed");
  }

  @Test
  void whatIsTakenAfterTheJournalWasAwayOpensForNobody() {
    bench.journal.failing(new JournalException.Busy("full"));
    tap("in," + TOKEN);
    bench.pass(60_000);
    bench.journal.failing(null);
    bench.pass(1_000);
    assertThat(bench.open.isOn()).isFalse();
    assertThat(bench.events()).containsExactly("decided allowed", "lapsed");
    assertThat(bench.gate.health().code()).isEqualTo("ok");
  }

  @Test
  void aTapThatWasNotLookedAtInTimeIsToBeMadeAgain() {
    bench.tap("in," + TOKEN);
    bench.stall(6_000);
    bench.pass(50);
    assertThat(bench.open.isOn()).isFalse();
    assertThat(bench.events()).isEmpty();
    assertThat(String.valueOf(bench.gate.view().counts().get("notRecorded"))).contains("1");
  }

  @Test
  void eachTapOpensWhenItsOwnRecordIsDurable() {
    bench.journal.slow();
    tap("in," + TOKEN);
    tap("in," + OTHER);
    sync();
    assertThat(bench.open.isOn()).as("the second record still waits").isTrue();
    bench.walksIn();
    sync();
    sync();
    assertThat(bench.last().get("tap")).isEqualTo(bench.bodies().get(0).get("tap"));
    assertThat(bench.events()).endsWith("passed");
  }

  @Test
  void whoTappedFirstPassesOnTheFirstTap() {
    bench.journal.slow();
    tap("in," + TOKEN);
    tap("in," + OTHER);
    bench.journal.sync();
    bench.journal.sync();
    bench.pass(50);
    bench.journal.swift();
    bench.walksIn();
    bench.pass(8_000);
    assertThat(bench.events())
        .containsExactly("decided allowed", "decided allowed", "passed", "lapsed");
    assertThat(bench.bodies().get(2).get("tap")).isEqualTo(bench.bodies().get(0).get("tap"));
  }

  @Test
  void oneMediumHasOneTapUnderWay() {
    bench.journal.slow();
    tap("in," + TOKEN);
    tap("out," + TOKEN);
    sync();
    sync();
    assertThat(bench.events()).containsExactly("decided allowed", "decided duplicate");
    bench.walksIn();
    sync();
    assertThat(bench.owed(TOKEN)).isZero();
  }

  @Test
  void whoWasSeenBeyondNoFlapsDoesNotPay() {
    tap("out," + TOKEN + ",in,st-4," + (bench.time.now().wall().getEpochSecond() - 600));
    bench.paidSide.is(true);
    bench.pass(200);
    bench.safety.is(true);
    bench.pass(200);
    bench.paidSide.is(false);
    bench.pass(50);
    bench.safety.is(false); // and nothing beyond: he may have gone back
    bench.pass(50);
    assertThat(bench.events()).containsExactly("decided allowed", "lapsed unproven");
    assertThat(bench.owed(TOKEN)).isZero();
  }

  @Test
  void nobodyPaysForAnotherWhoStoodBetweenTheFlapsBeforeHim() {
    tap("in," + OTHER);
    bench.freeSide.is(true);
    bench.safety.is(true);
    bench.paidSide.is(true);
    bench.pass(200);
    bench.safety.is(false); // the first is through
    bench.pass(20);
    bench.safety.is(true); // and another close behind
    bench.pass(200);
    tap("in," + TOKEN);
    bench.safety.is(false);
    bench.pass(200);
    assertThat(bench.events()).containsExactly("decided allowed", "passed", "decided allowed");
    bench.freeSide.is(false);
    bench.paidSide.is(false);
    bench.walksIn();
    assertThat(bench.events()).endsWith("passed");
    assertThat(bench.last().get("tap")).isEqualTo(bench.decided().get("tap"));
  }
}
