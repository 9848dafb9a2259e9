// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gatework;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.journal.JournalException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a medium carries of its last tap: its reader writes it before anybody knows what became of
 * the tap.
 */
class GateMediumTest {

  private static final String TOKEN = "00112233445566778899";

  @TempDir Path folder;

  private GateBench bench;

  @BeforeEach
  void begin() throws Exception {
    bench = new GateBench(folder);
  }

  private String carried(String way) {
    return "," + way + ",st-1," + bench.time.now().wall().getEpochSecond();
  }

  private void tap(String text) {
    bench.tap(text);
    bench.pass(50);
  }

  @Test
  void aTapThatLapsedIsNotRestoredByTheMedium() {
    String word = carried("in");
    tap("in," + TOKEN);
    bench.pass(7_000);
    assertThat(bench.events()).containsExactly("decided allowed", "lapsed");
    tap("in," + TOKEN + word);
    assertThat(bench.open.isOn()).as("as if he had never tapped").isTrue();
    assertThat(bench.fare()).isZero();
    assertThat(bench.flags()).doesNotContain("no-tap-out");
  }

  @Test
  void norIsItOverARestart() throws Exception {
    String word = carried("in");
    tap("in," + TOKEN);
    bench.pass(7_000);
    bench.restart();
    bench.pass(700_000);
    tap("in," + TOKEN + word);
    assertThat(bench.fare()).isZero();
    assertThat(bench.flags()).doesNotContain("no-tap-out");
  }

  @Test
  void norATapThatTheGateHadNoTimeFor() {
    tap("out,aabbccddee");
    String word = carried("in");
    tap("in," + TOKEN);
    assertThat(bench.events()).endsWith("decided busy");
    bench.walksOut();
    tap("in," + TOKEN + word);
    assertThat(bench.events()).endsWith("decided allowed");
    assertThat(bench.fare()).isZero();
  }

  @Test
  void norATapThatWasNotDecidedOn() {
    bench.journal.failing(new JournalException.Busy("full"));
    tap("in,aabbccddee");
    String word = carried("in");
    tap("in," + TOKEN);
    bench.journal.failing(null);
    bench.pass(8_000);
    tap("in," + TOKEN + word);
    assertThat(bench.events()).endsWith("decided allowed");
    assertThat(bench.fare()).isZero();
  }

  @Test
  void oneWordOfAMediumPricesOneJourneyWhateverItsReadersClockSays() {
    String ahead = ",in,st-4," + (bench.time.now().wall().getEpochSecond() + 3_600);
    tap("out," + TOKEN + ahead);
    bench.walksOut();
    assertThat(bench.owed(TOKEN)).isEqualTo(15_000);
    tap("out," + TOKEN + ahead);
    assertThat(bench.open.isOn() || bench.openOut.isOn()).as("the same tap again").isFalse();
    bench.walksOut();
    assertThat(bench.owed(TOKEN)).isEqualTo(15_000);
  }

  @Test
  void aJourneyThatOnlyTheMediumKnowsDoesNotCostTheMostWithoutItsEnd() {
    tap("in," + TOKEN + ",in,st-4," + (bench.time.now().wall().getEpochSecond() - 3_000));
    assertThat(bench.fare()).as("whether he passed there is known elsewhere").isZero();
    assertThat(bench.flags()).contains("no-tap-out", "unproven");
    assertThat(GateBench.text(bench.decided(), "from")).isEqualTo("st-4");
  }

  @Test
  void aTapInThatWasMadeWhileTheGatewayWasAwayLocksNobodyOut() throws Exception {
    String word = carried("in");
    bench.powerCut(Duration.ofMinutes(1));
    tap("in," + TOKEN + word);
    assertThat(bench.events()).endsWith("decided allowed");
    bench.walksIn();
    assertThat(bench.owed(TOKEN)).isZero();
  }

  @Test
  void aTapOutThatWasMadeWhileTheGatewayWasAwayEndsNoJourneyAndLocksNobodyIn() throws Exception {
    tap("in," + TOKEN);
    bench.walksIn();
    String word = carried("out");
    bench.powerCut(Duration.ofMinutes(1));
    tap("out," + TOKEN + word);
    bench.walksOut();
    assertThat(bench.owed(TOKEN)).isEqualTo(8_000);
    assertThat(GateBench.text(bench.decided(), "from")).isEqualTo("st-1");
  }

  @Test
  void aTapAtAnotherGateOfTheStationKeepsASecondPersonOut() {
    bench.pass(60_000);
    String word = carried("in");
    bench.pass(8_000);
    tap("in," + TOKEN + word);
    assertThat(bench.events()).endsWith("decided passed-back");
  }

  @Test
  void newsOfTheMediumIsBelieved() {
    tap("in," + TOKEN);
    bench.walksIn();
    bench.pass(60_000);
    String word = ",out,st-3," + (bench.time.now().wall().getEpochSecond() - 30);
    tap("in," + TOKEN + word);
    assertThat(bench.events()).endsWith("decided allowed");
    assertThat(bench.flags()).isEqualTo("Many[values=[]]");
  }
}
