// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.loops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RigLoopsTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private int run(String... arguments) {
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    return RigLoops.run(List.of(arguments), Path.of("../.."), print, print);
  }

  @Test
  void speedLengthAndClassesReachTheBarOnTrafficOfAnySeed() {
    for (int seed = 1; seed <= 3; seed++) {
      int status = run("--seed", String.valueOf(seed), "--vehicles", "1500");
      assertThat(status).as(out.toString(StandardCharsets.UTF_8)).isZero();
    }
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("counted 1500 of 1500");
  }

  @Test
  void fewerVehiclesThanTheFaultsLastForAreRefused() {
    assertThat(run("--faults", "--vehicles", "30")).isEqualTo(2);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("400 vehicles or more");
  }

  @Test
  void wrongUseIsToldInOneLine() {
    assertThat(run("--speed", "3")).isEqualTo(2);
    assertThat(run("--seed")).isEqualTo(2);
    assertThat(run("--seed", "x")).isEqualTo(2);
    assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(3);
  }
}
