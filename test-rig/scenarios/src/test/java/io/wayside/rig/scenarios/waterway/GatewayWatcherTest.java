// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.waterway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sample of {@code ./wayside rig waterway}; the long form is the command. */
class GatewayWatcherTest {

  @ParameterizedTest
  @ValueSource(strings = {"calm", "storm", "low-water", "bad-gauge"})
  void aidsThatAreWellAreNeverCalledOtherwise(String scenario) {
    assertGood("--scenario", scenario, "--days", "3", "--aids", "5", "--seed", "11");
  }

  @Test
  void whatGoesWrongIsFoundInTimeAndNothingElse() {
    assertGood(
        "--scenario", "mixed", "--days", "16", "--aids", "6", "--faults", "14", "--seed", "12");
  }

  private static void assertGood(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    int exit = RigWaterway.run(List.of(arguments), stream, stream);
    assertThat(exit).as(out.toString(StandardCharsets.UTF_8)).isZero();
  }
}
