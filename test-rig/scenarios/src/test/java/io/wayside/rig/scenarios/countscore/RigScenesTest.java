// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.countscore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A counter that knows the truth meets every bar, and one that does not is told so. */
class RigScenesTest {

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** Says what is true, after it was changed. */
  private static RigScenes.Counter knowing(UnaryOperator<List<String>> change) {
    return (pictures, lines, events) -> {
      try {
        assertThat(pictures.resolve("frame-000000.jpg")).exists();
        assertThat(lines).exists();
        Files.write(events, change.apply(Files.readAllLines(pictures.resolve("truth.jsonl"))));
        return 0;
      } catch (IOException disk) {
        throw new UncheckedIOException(disk);
      }
    };
  }

  private int run(RigScenes.Counter counter, String... arguments) {
    return RigScenes.run(List.of(arguments), counter, print(out), print(err));
  }

  private static PrintStream print(ByteArrayOutputStream into) {
    return new PrintStream(into, true, StandardCharsets.UTF_8);
  }

  private static String said(ByteArrayOutputStream what) {
    return what.toString(StandardCharsets.UTF_8);
  }

  private String[] groups() {
    // The first group of this seed comes over the line in the eighth second.
    return new String[] {
      "--scene", "motorcycle-groups", "--seed", "9", "--seconds", "10", "--keep", folder.toString()
    };
  }

  @Test
  void whoSaysTheTruthMeetsTheBarAndItsPicturesAreKept() throws IOException {
    assertThat(run(knowing(truth -> truth), groups())).as(said(err)).isZero();

    assertThat(said(out)).contains("motorcycle-groups", "both 0.95: met");
    assertThat(folder.resolve("motorcycle-groups-9/events.jsonl")).exists();
    try (Stream<String> truth = Files.lines(folder.resolve("motorcycle-groups-9/truth.jsonl"))) {
      assertThat(truth.count()).as("vehicles in ten seconds").isGreaterThan(1);
    }
  }

  @Test
  void whoMissesOneOfFewMissesTheBar() {
    assertThat(run(knowing(truth -> truth.subList(1, truth.size())), groups())).isEqualTo(1);

    assertThat(said(out))
        .contains("MISSED", "; of 1 missed 0 never in sight, 0 never apart from others");
  }

  @Test
  void whoMissesWhatNobodyCouldSeeIsToldSo() {
    RigScenes.Counter blind =
        (pictures, lines, events) -> {
          try {
            Path truths = pictures.resolve("truth.jsonl");
            List<String> truth = Files.readAllLines(truths);
            Files.write(events, truth.subList(2, truth.size()));
            List<String> hidden =
                List.of(
                    truth.get(0).replaceAll("\"seenS\":[0-9.]+", "\"seenS\":0.2"),
                    truth.get(1).replaceAll("\"apartS\":[0-9.]+", "\"apartS\":0.2"));
            Files.write(
                truths,
                Stream.concat(hidden.stream(), truth.subList(2, truth.size()).stream()).toList());
            return 0;
          } catch (IOException disk) {
            throw new UncheckedIOException(disk);
          }
        };
    run(blind, groups());

    assertThat(said(out)).contains("; of 2 missed 1 never in sight, 1 never apart from others");
  }

  @Test
  void speedsAreHeldAgainstTheTruthToo() {
    UnaryOperator<List<String>> tenTimes =
        truth ->
            truth.stream()
                .map(line -> line.replaceAll("\"speedMps\":[0-9.]+", "\"speedMps\":99"))
                .toList();
    assertThat(run(knowing(tenTimes), groups())).isEqualTo(1);

    assertThat(said(out)).contains("both 0.95: met", "speed 6 %: MISSED");
  }

  @Test
  void whatIsWrongIsToldInOneLine() {
    assertThat(run(knowing(truth -> truth), "--scene", "moon")).isEqualTo(2);
    assertThat(run(knowing(truth -> truth), "--seeds", "none")).isEqualTo(2);
    assertThat(run(knowing(truth -> truth), "--fast")).isEqualTo(2);
    assertThat(run((pictures, lines, events) -> 2, groups())).isEqualTo(2);

    assertThat(said(err).lines().filter(line -> line.startsWith("wayside rig scenes: ")))
        .hasSize(4);
  }
}
