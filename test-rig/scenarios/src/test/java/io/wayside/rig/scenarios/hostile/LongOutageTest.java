// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.record.Importance;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A sample of {@code ./wayside rig long-outage}. */
class LongOutageTest {

  private static final int MINUTES = 720;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);

  @Test
  void nothingGoesMissingInSilenceWhenTheLinkIsDownAndTheDiskBudgetIsUsedUp() throws Exception {
    List<OutageOutcome> outcomes = LongOutageRun.run(MINUTES, 5, print);
    assertThat(outcomes).hasSize(2);
    for (OutageOutcome outcome : outcomes) {
      assertThat(outcome.verdict().first()).as(outcome.text()).isEmpty();
      for (OutageOutcome.Line line : outcome.lines()) {
        assertThat(line.accepted()).isEqualTo(line.stored() + line.thinned());
        assertThat(line.handedIn()).isEqualTo(line.accepted() + line.refused());
      }
    }
    OutageOutcome tight = outcomes.get(1);
    assertThat(line(tight, Importance.MONEY).refused()).as("the quota was used up").isPositive();
    assertThat(line(tight, Importance.MONEY).thinned()).isZero();
    assertThat(line(tight, Importance.ENFORCEMENT).thinned()).isZero();
  }

  private static OutageOutcome.Line line(OutageOutcome outcome, Importance importance) {
    return outcome.lines().stream()
        .filter(l -> l.importance() == importance)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void wrongUsageIsTold() throws Exception {
    assertThat(LongOutageRun.run(List.of("--days", "x"), print, print)).isEqualTo(2);
    assertThat(LongOutageRun.run(List.of("--weeks", "2"), print, print)).isEqualTo(2);
    assertThat(LongOutageRun.run(List.of("--help"), print, print)).isZero();
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("--weeks").contains("--days N");
  }
}
