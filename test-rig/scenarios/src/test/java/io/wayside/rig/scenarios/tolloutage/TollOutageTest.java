// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.tolloutage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code ./wayside rig toll-outage}. */
class TollOutageTest {

  @TempDir Path folder;

  private OutageResult play(int kills, int mischief, String form) throws Exception {
    return OutageRun.play(
        new OutagePlan(
            2,
            Duration.ofSeconds(10),
            Duration.ofMinutes(45),
            Duration.ofMillis(40),
            kills,
            mischief,
            form,
            1),
        folder);
  }

  @Test
  void anOutageIsMadeUpForOnceInOrderAndNotTooFastThroughKills() throws Exception {
    OutageResult result = play(3, 0, "iso");
    assertThat(result.faults()).isEmpty();
    assertThat(result.wanted()).isGreaterThan(480).isLessThan(result.written());
    assertThat(result.counted()).isEqualTo(result.wanted());
    assertThat(result.again()).isZero();
    assertThat(result.kills()).isEqualTo(3);
    assertThat(result.inVain()).isPositive();
  }

  @Test
  void anOfficeAndANetworkThatDoWhatTheyCanChangeNoSum() throws Exception {
    assertThat(play(2, 20, "netc").faults()).isEmpty();
  }

  @Test
  void aWrongFigureIsAFault() {
    OutagePlan plan =
        new OutagePlan(1, Duration.ofSeconds(1), Duration.ZERO, Duration.ZERO, 0, 0, "iso", 1);
    assertThat(new OutageResult(plan, 10, 9, 9, 0, 0, 0, 1, 0, 0, 1, 150, 150, 0).faults())
        .isEmpty();
    assertThat(new OutageResult(plan, 10, 9, 8, 1, 1, 1, 1, 1, 0, 1, 151, 150, 1).faults())
        .hasSize(7);
  }

  @Test
  void wrongUsageIsSaid() throws Exception {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    assertThat(TollOutage.run(List.of("--days"), stream, stream)).isEqualTo(2);
    assertThat(TollOutage.run(List.of("--form", "edi"), stream, stream)).isEqualTo(2);
    assertThat(TollOutage.run(List.of("--help"), stream, stream)).isZero();
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("--form edi", "exit status");
  }
}
