// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.counting.cli.Verb.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The table against a recount of the crossings that went in. */
class CountTableTest {

  private static final int FIRST_KIND = 13;

  /** Of config/pcu/camera-size.json, in hills. */
  private static final Map<String, Double> UNITS =
      Map.of("two-wheeler", 0.3, "light", 1.0, "heavy", 3.0);

  private record Crossing(double t, String line, String name, String way, boolean flagged) {
    String json() {
      return String.format(
          Locale.ROOT,
          "{\"t\":%.3f,\"line\":\"%s\",\"class\":\"%s\",\"direction\":\"%s\",\"flags\":[%s]}\n",
          t,
          line,
          name,
          way,
          flagged ? "\"queue\"" : "");
    }
  }

  private static String counts(String events, String interval, String until) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    Streams streams =
        new Streams(
            new ByteArrayInputStream(events.getBytes(StandardCharsets.UTF_8)), print, print);
    int status =
        CountsVerb.run(
            streams,
            "--in",
            "-",
            "--interval",
            interval,
            "--until",
            until,
            "--pcu",
            "../../config/pcu/camera-size.json",
            "--terrain",
            "hilly");
    String text = out.toString(StandardCharsets.UTF_8);
    assertThat(status).as(text).isZero();
    return text;
  }

  private static List<Crossing> any(Random random, List<String> names, List<String> ways) {
    List<Crossing> crossings = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      crossings.add(
          new Crossing(
              random.nextInt(3_600_000) / 1e3,
              "line-" + random.nextInt(3),
              names.get(random.nextInt(names.size())),
              ways.get(random.nextInt(ways.size())),
              random.nextInt(9) == 0));
    }
    return crossings;
  }

  private static void judge(List<Crossing> crossings, String interval, int seconds) {
    StringBuilder events = new StringBuilder();
    crossings.forEach(crossing -> events.append(crossing.json()));
    List<String> table = counts(events.toString(), interval, "3600").lines().toList();
    List<String> heading = List.of(table.get(0).split(",", -1));
    assertThat(table).hasSize(1 + 3 * (3600 / seconds));
    for (String row : table.subList(1, table.size())) {
      List<String> cells = List.of(row.split(",", -1));
      assertThat(cells).hasSameSizeAs(heading);
      double from = Double.parseDouble(cells.get(0));
      double to = Double.parseDouble(cells.get(1));
      assertThat(to - from).isEqualTo(seconds);
      List<Crossing> mine =
          crossings.stream()
              .filter(one -> one.line().equals(cells.get(2)))
              .filter(one -> one.t() >= from && one.t() < to)
              .toList();
      assertThat(cells.get(5)).isEqualTo(String.valueOf(mine.size()));
      assertThat(cells.get(6))
          .isEqualTo(String.valueOf(mine.stream().filter(Crossing::flagged).count()));
      double units = mine.stream().mapToDouble(one -> UNITS.getOrDefault(one.name(), 0.0)).sum();
      assertThat(cells.get(11)).isEqualTo(String.format(Locale.ROOT, "%.2f", units));
      assertThat(cells.get(12))
          .isEqualTo(
              String.valueOf(mine.stream().filter(one -> !UNITS.containsKey(one.name())).count()));
      for (int kind = FIRST_KIND; kind < cells.size(); kind++) {
        String name = heading.get(kind);
        long truth =
            mine.stream().filter(one -> (one.name() + " " + one.way()).equals(name)).count();
        assertThat(cells.get(kind)).as("%s in %s", name, row).isEqualTo(String.valueOf(truth));
      }
    }
  }

  @Test
  void everyCellIsThatOfTheRecount() {
    Random random = new Random(1);
    for (int run = 0; run < 6; run++) {
      List<Crossing> crossings =
          any(random, List.of("two-wheeler", "light", "heavy", "other"), List.of("left", "right"));
      judge(crossings, "1m", 60);
      judge(crossings, "5m", 300);
      judge(crossings, "15m", 900);
    }
  }

  @Test
  void namesOfSeveralWordsAreCountedInTheirOwnColumn() {
    List<Crossing> crossings =
        any(new Random(2), List.of("xe máy", "xe"), List.of("to the left", "right"));

    judge(crossings, "15m", 900);
  }

  @Test
  void namesWithCommasAndQuotesAreQuoted() {
    String table =
        counts(
            "{\"t\":1,\"line\":\"a,b\",\"class\":\"x\\\"y\",\"direction\":\"left\",\"flags\":[]}\n",
            "1m",
            "60");

    assertThat(table).contains(",\"x\"\"y left\"\n").contains("0,60,\"a,b\",60.000,1.0000,1,0");
  }

  @Test
  void withoutCrossingsThereIsAHeadingAlone() {
    assertThat(counts("", "15m", "0").lines()).hasSize(1);
  }
}
