// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gatework;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Value;
import io.wayside.core.journal.JournalException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gate with devices, journal and time of the test, no thread. */
class GateAtWorkTest {

  private static final String TOKEN = "00112233445566778899";

  @TempDir Path folder;

  private GateBench bench;

  @BeforeEach
  void begin() throws Exception {
    bench = new GateBench(folder);
  }

  @Test
  void aTapOpensTheFlapsOneWayForOnePerson() {
    assertThat(bench.open.isOn()).as("shut when nobody is there").isFalse();
    bench.tap("in," + TOKEN);
    bench.pass(50);
    assertThat(bench.open.isOn()).isTrue();
    assertThat(bench.openOut.isOn()).as("only the way he goes").isFalse();
    bench.walksIn();
    assertThat(bench.open.isOn()).isFalse();
    assertThat(bench.events()).containsExactly("decided allowed", "passed");
    assertThat(bench.gate.health().code()).isEqualTo("ok");
  }

  @Test
  void theFlapsWaitForTheRecord() {
    bench.journal.slow();
    bench.tap("in," + TOKEN);
    bench.pass(500);
    assertThat(bench.open.isOn()).as("not on record yet").isFalse();
    bench.journal.sync();
    bench.pass(100);
    assertThat(bench.open.isOn()).isTrue();
  }

  @Test
  void whileTheJournalRefusesNobodyIsLetIn() {
    bench.journal.failing(new JournalException.Busy("full"));
    bench.tap("in," + TOKEN);
    bench.pass(50);
    bench.tap("in,aabbccddeeff");
    bench.pass(50);
    assertThat(bench.open.isOn()).isFalse();
    assertThat(bench.gate.health().code()).isEqualTo("records-waiting");
  }

  @Test
  void aDeniedMediumAndWhatIsNoTapOpenNothing() {
    bench.tap("in,deadbeef00");
    bench.tap("sideways,0011223344");
    bench.pass(100);
    assertThat(bench.open.isOn()).isFalse();
    assertThat(bench.events()).containsExactly("decided denied");
  }

  @Test
  void fireOpensBothWaysAndSoDoesItsLoss() {
    bench.fire.is(true);
    bench.pass(20);
    assertThat(bench.open.isOn() && bench.openOut.isOn()).isTrue();
    bench.fire.is(false);
    bench.pass(2_000);
    assertThat(bench.open.isOn() || bench.openOut.isOn()).isFalse();
    bench.fire.lost();
    bench.pass(20);
    assertThat(bench.open.isOn() && bench.openOut.isOn()).isTrue();
    assertThat(bench.gate.health().code()).isEqualTo("released");
  }

  @Test
  void nothingClosesOnSomebodyOfWhomTheRunHasNotHeardYet() {
    bench.fire.is(true);
    bench.pass(20);
    bench.safety.becomes(true); // the change is still on its way
    bench.fire.is(false);
    bench.pass(300);
    assertThat(bench.open.isOn()).isTrue();
  }

  @Test
  void anOrderToStandOpenOutlivesARestart() throws Exception {
    bench.gate.holdOpen(true);
    bench.pass(100);
    assertThat(bench.open.isOn()).isTrue();
    bench.restart();
    assertThat(bench.open.isOn()).isTrue();
    assertThat(bench.gate.health().code()).isEqualTo("held-open");
    bench.gate.holdOpen(false);
    bench.pass(2_000);
    assertThat(bench.open.isOn()).isFalse();
  }

  @Test
  void aYoungTapHoldsOverARestartAndAnOldOneIsTakenForGone() throws Exception {
    bench.tap("in," + TOKEN);
    bench.pass(100);
    bench.restart();
    assertThat(bench.open.isOn()).as("his tap holds").isTrue();
    bench.walksIn();
    assertThat(bench.events()).containsExactly("decided allowed", "passed");
    bench.tap("in,aabbccddeeff");
    bench.pass(20);
    bench.stall(60_000);
    bench.restart();
    assertThat(bench.events()).endsWith("decided allowed", "passed unproven");
  }

  @Test
  void whereAJourneyBeganIsKnownAfterARestart() throws Exception {
    bench.tap("in," + TOKEN);
    bench.pass(50);
    bench.walksIn();
    bench.restart();
    bench.tap("out," + TOKEN);
    bench.pass(50);
    Value.Fields last = bench.journal.all("gate.gate-1").get(2).body();
    assertThat(last.get("fareMinor")).isEqualTo(new Value.Whole(8_000));
    assertThat(last.get("from")).isEqualTo(new Value.Text("st-1"));
  }

  @Test
  void whoTurnsRoundGetsHisTapBack() {
    bench.tap("in," + TOKEN);
    bench.pass(7_000);
    assertThat(bench.events()).containsExactly("decided allowed", "lapsed");
    bench.tap("in," + TOKEN);
    bench.pass(50);
    assertThat(bench.open.isOn()).as("as if he had never tapped").isTrue();
  }
}
