// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.aidcommands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AidCommandsTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void everyOrderHasOneOutcomeAndNoLightIsLeftOtherwiseThanOrdered() {
    int code = AidCommands.run(List.of("--commands", "2000", "--seed", "1"), out, out);

    assertThat(text()).contains("0 faults").contains("kills").contains("observed");
    assertThat(text()).doesNotContain("rules took a light: 0");
    assertThat(code).isZero();
  }

  @Test
  void lanternThatLiesAboutItsReleaseIsFoundOut() {
    int code = AidCommands.run(List.of("--commands", "2000", "--seed", "1", "--lying"), out, out);

    // What it claims is not what its lamp shows.
    assertThat(text()).containsPattern("is claimed to be done by \\d+ s, and was not");
    assertThat(code).isEqualTo(1);
  }

  @Test
  void sameSeedGivesTheSameTrial() {
    AidCommands.run(List.of("--commands", "200", "--seed", "7"), out, out);
    String once = text();
    printed.reset();
    AidCommands.run(List.of("--commands", "200", "--seed", "7"), out, out);

    assertThat(text()).isEqualTo(once);
  }

  @Test
  void wrongUsageIsToldWithTheUsage() {
    assertThat(AidCommands.run(List.of("--commands", "many"), out, out)).isEqualTo(2);
    assertThat(text()).contains("usage:");
    assertThat(AidCommands.run(List.of("--help"), out, out)).isZero();
  }
}
