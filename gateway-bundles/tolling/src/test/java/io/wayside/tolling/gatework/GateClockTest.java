// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gatework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clock that is set, or that follows nothing, changes no fare. */
class GateClockTest {

  private static final String TOKEN = "00112233445566778899";
  private static final long MOST = 20_000;

  @TempDir Path folder;

  private GateBench bench;

  @BeforeEach
  void begin() throws Exception {
    bench = new GateBench(folder);
  }

  private void comesIn() {
    bench.tap("in," + TOKEN);
    bench.pass(50);
    bench.walksIn();
    bench.pass(1_000);
  }

  private void tap(String way) {
    bench.tap(way + "," + TOKEN);
    bench.pass(50);
  }

  @Test
  void aClockSetForwardMakesNoLongJourney() {
    comesIn();
    bench.time.setWall(Duration.ofHours(4));
    tap("out");
    assertThat(bench.fare()).isEqualTo(8_000);
  }

  @Test
  void aClockSetBackLetsNoSecondPersonInAndTakesNothing() {
    comesIn();
    bench.time.setWall(Duration.ofHours(-1));
    tap("in");
    assertThat(bench.events()).endsWith("decided duplicate");
    bench.pass(10_000);
    tap("in");
    assertThat(bench.events()).endsWith("decided passed-back");
  }

  @Test
  void aClockThatFollowsNothingOverARestartIsNotUsedAgainstAnybody() throws Exception {
    comesIn();
    bench.time.followsNothing();
    bench.powerCut(Duration.ofHours(9));
    tap("out");
    assertThat(bench.fare()).isEqualTo(8_000);
    assertThat(bench.flags()).contains("time-suspect").doesNotContain("too-long");
  }

  @Test
  void aJourneyThatIsTooLongByAGoodClockCostsTheMost() {
    comesIn();
    bench.stall(Duration.ofHours(4).toMillis());
    tap("out");
    assertThat(bench.fare()).isEqualTo(MOST);
    assertThat(bench.flags()).contains("too-long");
  }

  @Test
  void aLongTimeOverAnOpenGateMayBeAnotherJourney() throws Exception {
    comesIn();
    bench.powerCut(Duration.ofHours(9));
    tap("out");
    assertThat(bench.fare()).isEqualTo(8_000);
    assertThat(bench.flags()).contains("too-long", "unproven");
  }
}
