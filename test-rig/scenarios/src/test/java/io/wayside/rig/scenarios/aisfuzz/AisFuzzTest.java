// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.aisfuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AisFuzzTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    return AisFuzz.run(
        List.of(arguments),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @Test
  void everyGoodSentenceIsReadWhateverCameBeforeIt() {
    FuzzRun run = new FuzzRun(7).run(1_000_000);
    assertThat(run.isGood()).as(String.join("\n", run.lines())).isTrue();
    assertThat(run.characters()).isGreaterThanOrEqualTo(1_000_000);
    assertThat(run.messages()).containsKeys("OtherMessage", "PositionReport", "AddressedBinary");
  }

  @Test
  void aRunThatReadNothingIsNotGood() {
    assertThat(new FuzzRun(7).run(0).isGood()).isFalse();
    assertThat(run("--characters", "0")).isEqualTo(1);
  }

  @Test
  void theSameSeedGivesTheSameRun() {
    assertThat(run("--seed", "3", "--characters", "20000")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("missed 0")
        .isEqualTo(
            String.join(System.lineSeparator(), new FuzzRun(3).run(20_000).lines())
                + System.lineSeparator());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--seed", "--seed x", "--frob 1"})
  void wrongUsageIsRefusedInALine(String words) {
    assertThat(run(words.split(" ", -1))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).hasLineCount(1);
  }

  @Test
  void helpTellsHow() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("--characters");
  }
}
