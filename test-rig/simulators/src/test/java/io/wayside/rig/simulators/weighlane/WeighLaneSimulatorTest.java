// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.weighlane;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.simulators.Soon;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WeighLaneSimulatorTest {

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  private int run(String... arguments) {
    return new WeighLaneSimulator(new PrintStream(out, true, UTF_8))
        .run(List.of(arguments), new PrintStream(errors, true, UTF_8));
  }

  @Test
  void helpNamesEveryOption() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString(UTF_8))
        .contains(
            "--pty",
            "--tcp",
            "--format",
            "mt-sics",
            "--seed",
            "--faults",
            "--frame-rate",
            "--truth",
            "--duration");
  }

  @Test
  void wrongArgumentsEndWithOneLineThatNamesThem() {
    assertThat(run("--tcp", "0", "--sped", "3")).isEqualTo(2);
    assertThat(run("--seed", "3")).isEqualTo(2);
    assertThat(run("--tcp", "many")).isEqualTo(2);
    assertThat(run("--tcp", "0", "--faults", "tender")).isEqualTo(2);
    assertThat(run("--tcp", "0", "--duration", "soon")).isEqualTo(2);
    assertThat(run("--tcp", "0", "--irregular", "7")).isEqualTo(2);
    assertThat(run("--pty")).isEqualTo(2);
    assertThat(run("--tcp", "0", "--format", "morse")).isEqualTo(2);
    assertThat(errors.toString(UTF_8).lines())
        .hasSize(8)
        .allMatch(line -> line.endsWith("--help lists what there is"))
        .anyMatch(line -> line.contains("--sped"))
        .anyMatch(line -> line.contains("'many'"))
        .anyMatch(line -> line.contains("'tender'"))
        .anyMatch(line -> line.contains("'morse'"));
  }

  @Test
  void aWireThatCannotBeOpenedEndsWithOneLine() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "keep");
    assertThat(run("--pty", file.toString())).isEqualTo(1);
    assertThat(errors.toString(UTF_8)).contains(file.toString()).hasLineCount(1);
  }

  @Test
  void endsByItselfWhenItsTimeIsUp() {
    assertThat(run("--tcp", "0", "--duration", "0.2s", "--faults", "rough")).isZero();
    assertThat(out.toString(UTF_8)).startsWith("weigh lane at 127.0.0.1:").contains("time is up");
  }

  @Test
  void stopsCleanlyWhenTerminated() throws Exception {
    Path line = folder.resolve("ttyWIM");
    Path truth = folder.resolve("truth.jsonl");
    Path printed = folder.resolve("printed");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                WeighLaneSimulator.class.getName(),
                "--pty",
                line.toString(),
                "--truth",
                truth.toString(),
                "--frame-rate",
                "50")
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    try {
      Soon.until("the line is there", () -> Files.exists(line));
      try (FileInputStream reader = new FileInputStream(line.toFile())) {
        assertThat(reader.read()).isEqualTo(2);
        Soon.until("the first vehicle is on its way", () -> Files.size(truth) > 0);
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      }
      assertThat(Files.exists(line, LinkOption.NOFOLLOW_LINKS)).isFalse();
      assertThat(printed).content().contains("told to stop");
      assertThat(Files.readAllLines(truth).get(0))
          .startsWith("{\"event\":\"vehicle-started\",\"elapsedS\":")
          .contains("\"vehicle\":1,", "\"axleKg\":[", "\"grossKg\":")
          .endsWith("}");
    } finally {
      process.destroyForcibly();
    }
  }
}
