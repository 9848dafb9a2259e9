// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.data.Json;
import io.wayside.counting.cli.Verb.Streams;
import io.wayside.counting.cli.Watched.Stretch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outages of a camera in the interval table. */
class WatchedTest {

  private static final int MS = 7_200_000;

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int counts(Path events, String interval) {
    out.reset();
    return CountsVerb.run(
        new Streams(
            InputStream.nullInputStream(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8)),
        "--in",
        events.toString(),
        "--interval",
        interval,
        "--pcu",
        "none");
  }

  private List<List<String>> rows() {
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .map(row -> List.of(row.split(",", -1)))
        .toList();
  }

  private Path events(List<Integer> atMs, Watched watched) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int at : atMs) {
      text.append(
          String.format(
              Locale.ROOT,
              "{\"t\":%.3f,\"line\":\"A\",\"class\":\"light\",\"direction\":\"left\",\"flags\":[]}\n",
              at / 1e3));
    }
    Path events = Files.writeString(folder.resolve("events.jsonl"), text);
    Files.writeString(folder.resolve("events.jsonl.watched"), Json.write(watched.toValue()));
    return events;
  }

  /** Millisecond by millisecond, with outages at random: those who passed then are not there. */
  @Test
  void countedAndMissedAreTheTruthAndCompletenessIsRightToTheSecond() throws IOException {
    for (long seed = 1; seed <= 5; seed++) {
      Random random = new Random(seed);
      BitSet seen = new BitSet(MS);
      List<Stretch> stretches = new ArrayList<>();
      for (int at = random.nextInt(400_000); at < MS; ) {
        int to = Math.min(MS, at + 1 + random.nextInt(600_000));
        stretches.add(new Stretch(at / 1e3, to / 1e3));
        seen.set(at, to);
        at = to + 1 + random.nextInt(400_000);
      }
      List<Integer> passed = new ArrayList<>();
      int missed = 0;
      int all = 0;
      for (int at = 0; at < MS; at += 1 + random.nextInt(20_000)) {
        all++;
        missed += seen.get(at) ? 0 : 1;
        if (seen.get(at)) {
          passed.add(at);
        }
      }
      for (String interval : List.of("1m", "5m", "15m")) {
        int status = counts(events(passed, watched(passed, stretches)), interval);
        assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();
        int counted = 0;
        for (List<String> row : rows()) {
          int from = 1000 * Integer.parseInt(row.get(0));
          int to = Math.min(MS, 1000 * Integer.parseInt(row.get(1)));
          int seenMs = seen.get(from, to).cardinality();
          assertThat(Double.parseDouble(row.get(3))).isCloseTo(seenMs / 1e3, within(0.0011));
          if (row.get(2).equals("B")) {
            assertThat(row.get(5)).isEqualTo(seenMs == 0 ? "" : "0");
          } else {
            counted += row.get(5).isEmpty() ? 0 : Integer.parseInt(row.get(5));
            assertThat(row.get(5).isEmpty()).isEqualTo(seenMs == 0);
          }
        }
        assertThat(counted + missed).isEqualTo(all);
      }
    }
  }

  private static Watched watched(List<Integer> passed, List<Stretch> stretches) {
    return new Watched(List.of("A", "B"), passed.size(), stretches);
  }

  @Test
  void whatIsOfAnotherRunIsPassedOverAndThatIsSaid() throws IOException {
    List<Stretch> first = List.of(new Stretch(0, 10));
    Path events = events(List.of(5_000, 40_000), new Watched(List.of("A"), 7, first));

    assertThat(counts(events, "1m")).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("another run");
    assertThat(rows()).singleElement().satisfies(row -> assertThat(row.get(3)).isEqualTo("40.000"));
  }

  @Test
  void stretchesThatOverlapOrEndBeforeTheyBeginAreRefusedWithTheFile() throws IOException {
    for (List<Stretch> wrong :
        List.of(
            List.of(new Stretch(5, 4)),
            List.of(new Stretch(0, 5), new Stretch(4, 6)),
            List.of(new Stretch(-1, 6)))) {
      assertThat(counts(events(List.of(), new Watched(List.of(), 0, wrong)), "1m")).isEqualTo(2);
      assertThat(err.toString(StandardCharsets.UTF_8)).contains("events.jsonl.watched");
    }
  }
}
