// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The verbs as processes with a pipe as their standard input, which behaves unlike a file. */
class PipedTest {

  private record Ended(int status, String out) {}

  private static Ended run(Class<?> verb, String in, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dwayside.home=" + Path.of("../..").toAbsolutePath());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), verb.getName()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (OutputStream input = process.getOutputStream()) {
      input.write(in.getBytes(StandardCharsets.UTF_8));
    }
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), out);
  }

  @Test
  void accuracyReadsPairsFromAPipe() throws Exception {
    String pairs =
        Stream.of("gross,30000,30500", "gross,30000,29700", "gross,42000,42300")
            .reduce("criterion,reference,measured", (all, line) -> all + "\n" + line);
    Ended ended = run(Accuracy.class, pairs, "--in", "-", "--json");
    assertThat(ended.out()).contains("\"gross\"").contains("\"n\":3");
    assertThat(ended.status()).isZero();
  }

  @Test
  void limitsReadsAxlesFromAPipe() throws Exception {
    Ended ended = run(Limits.class, "6500,9000,9000@3.6,1.3", "--pack", "vn", "--axles", "-");
    assertThat(ended.out()).contains("Decision: over");
    assertThat(ended.status()).isZero();
  }

  @Test
  void weighNamesWhatIsNoRecordingInOneLine() throws Exception {
    Ended ended = run(Weigh.class, "not a recording", "--in", "-", "--out", "-");
    assertThat(ended.out().lines()).hasSize(1);
    assertThat(ended.out()).startsWith("wayside weigh: -: no recording");
    assertThat(ended.status()).isEqualTo(2);
  }
}
