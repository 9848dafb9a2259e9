// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A sample of {@code ./wayside rig hostile-link}. */
class HostileLinkTest {

  private static final int SAMPLE = 8;
  private static final int RECORDS = 120;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  private static PrintStream into(ByteArrayOutputStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }

  @Test
  void whatWasAcceptedIsAtTheCentreOnceWhateverTheLinkDoes() throws Exception {
    HostileOptions options = new HostileOptions(42, SAMPLE, -1, RECORDS, SAMPLE);
    Table table = HostileLinkRun.run(options, into(errors));
    assertThat(table.outcomes()).hasSize(SAMPLE);
    for (Outcome outcome : table.outcomes()) {
      String combination = outcome.combination().toString();
      assertThat(outcome.verdict().first()).as(combination).isEmpty();
      assertThat(outcome.accepted()).as(combination).isGreaterThan(RECORDS / 2);
      assertThat(outcome.stored()).as(combination).isGreaterThanOrEqualTo(outcome.accepted());
    }
    assertThat(table.holds()).isTrue();
    assertThat(table.text()).contains("half-open: both ways");
  }

  @Test
  void wrongUsageIsToldAndNothingIsRun() throws Exception {
    assertThat(run("--combinations", "some")).isEqualTo(2);
    assertThat(run("--records")).isEqualTo(2);
    assertThat(run("--only", "99999")).isEqualTo(2);
    assertThat(run("--fast")).isEqualTo(2);
    assertThat(errors.toString(StandardCharsets.UTF_8)).contains("\"--fast\" is not expected");
  }

  @Test
  void helpSaysWhatCanBeAsked() throws Exception {
    assertThat(run("--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("--combinations", "--only");
  }

  private int run(String... arguments) throws InterruptedException {
    return HostileLinkRun.run(List.of(arguments), into(out), into(errors));
  }
}
