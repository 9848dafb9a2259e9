// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.aids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.record.Provenance;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.journal.store.JournalSettings;
import io.wayside.journal.store.SqliteJournal;
import io.wayside.journal.verify.Export;
import io.wayside.waterway.aid.Aid;
import io.wayside.waterway.aid.Category;
import io.wayside.waterway.aid.Convention;
import io.wayside.waterway.aid.Footing;
import io.wayside.waterway.aid.Sources;
import io.wayside.waterway.availability.DayBook.Day;
import io.wayside.waterway.availability.Figures;
import io.wayside.waterway.record.AidRecords;
import io.wayside.waterway.watch.Answer;
import io.wayside.waterway.watch.Answers;
import io.wayside.waterway.watch.BodyState;
import io.wayside.waterway.watch.LightState;
import io.wayside.waterway.watch.PlaceState;
import io.wayside.waterway.watch.PowerState;
import io.wayside.waterway.watch.TelemetryState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report over a journal with known outages. */
class AidsVerbTest {

  private static final long HOUR = 3600L * 1_000_000_000L;

  /** The last hour of a year at the place. */
  private static final Instant BEGIN = Instant.parse("2025-12-31T16:00:00Z");

  private static final Provenance MADE = new Provenance("rig", "0123456789abcdef", "none");
  private static final TimeSource TIME =
      new TimeSource() {
        @Override
        public long monotonicNanos() {
          return 0;
        }

        @Override
        public Stamp at(long nanos) {
          return new Stamp(
              BEGIN.plusNanos(nanos), ClockQuality.synchronisedBy("rig"), "boot", nanos);
        }
      };

  @TempDir private Path state;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

  private static Answers answers(LightState light, long lightNanos, long sinceNanos) {
    return new Answers(
        new Answer<>(light, "by the test", lightNanos),
        new Answer<>(PlaceState.ON_STATION, "", sinceNanos),
        new Answer<>(PowerState.GOOD, "", sinceNanos),
        new Answer<>(BodyState.GOOD, "", sinceNanos),
        new Answer<>(TelemetryState.HEARD, "", sinceNanos),
        Optional.empty());
  }

  /** Up for 100 h, down for 3 h from its first evidence, up to 200 h, then nothing is written. */
  @BeforeEach
  void journal() throws Exception {
    Aid aid =
        new Aid(
            "buoy-7",
            "Phao số 7",
            Footing.FLOATING,
            Convention.QCVN_39,
            Category.TWO,
            Optional.empty(),
            Optional.of("Fl G 4s"),
            Optional.empty(),
            Sources.of());
    AidRecords records = new AidRecords(aid, TIME);
    try (SqliteJournal journal =
        SqliteJournal.open(
            JournalSettings.standard(state.resolve("journal"), "gate-7"), TIME, () -> MADE)) {
      journal.appendDurably(
          records.state(
              answers(LightState.AS_IT_SHOULD_BE, 0, 0), List.of(), Optional.empty(), 0, MADE));
      journal.appendDurably(
          records.state(
              answers(LightState.DARK, 100 * HOUR, 0),
              List.of(),
              Optional.empty(),
              101 * HOUR,
              MADE));
      journal.appendDurably(
          records.state(
              answers(LightState.AS_IT_SHOULD_BE, 103 * HOUR, 0),
              List.of(),
              Optional.empty(),
              104 * HOUR,
              MADE));
      Figures lit =
          new Figures(
              Duration.ZERO,
              Duration.ZERO,
              Duration.ZERO,
              Duration.ZERO,
              Duration.ofHours(12),
              Duration.ofHours(9),
              Duration.ZERO,
              0,
              0);
      Day day =
          new Day(
              LocalDate.of(2026, 1, 5), TIME.at(97 * HOUR).wall(), TIME.at(121 * HOUR).wall(), lit);
      journal.appendDurably(records.availability(day, 200 * HOUR, MADE));
    }
  }

  private int run(String... arguments) {
    said.reset();
    complained.reset();
    return AidsVerb.run(
        new PrintStream(said, true, StandardCharsets.UTF_8),
        new PrintStream(complained, true, StandardCharsets.UTF_8),
        BEGIN.plusNanos(250 * HOUR),
        arguments);
  }

  private List<Map<String, String>> csv(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("report", "--csv", "--zone", "Asia/Ho_Chi_Minh"));
    arguments.addAll(List.of(more));
    assertThat(run(arguments.toArray(String[]::new)))
        .as(complained.toString(StandardCharsets.UTF_8))
        .isZero();
    List<String> lines = said.toString(StandardCharsets.UTF_8).lines().toList();
    String[] names = lines.get(0).split(",", -1);
    return lines.stream()
        .skip(1)
        .map(
            line -> {
              String[] cells = line.split(",", -1);
              Map<String, String> row = new HashMap<>();
              for (int i = 0; i < names.length; i++) {
                row.put(names[i], cells[i]);
              }
              return row;
            })
        .toList();
  }

  private static double number(Map<String, String> row, String name) {
    return Double.parseDouble(row.get(name));
  }

  @Test
  void theWholeTimeAndEachYearHaveTheirHours() {
    List<Map<String, String>> rows = csv("--in", state.toString());

    assertThat(rows).extracting(row -> row.get("period")).containsExactly("3y", "2025", "2026");
    Map<String, String> all = rows.get(0);
    assertThat(number(all, "up_h")).isEqualTo(197);
    assertThat(number(all, "unplanned_down_h")).isEqualTo(3);
    assertThat(number(all, "unknown_h")).as("nothing written since").isEqualTo(50);
    assertThat(number(all, "availability")).isCloseTo(197 / 200.0, within(1e-6));
    assertThat(number(all, "mttr_h")).isEqualTo(3);
    assertThat(number(all, "mtbf_h")).isEqualTo(197);
    assertThat(number(all, "lit_share")).isEqualTo(0.75);
    assertThat(all).containsEntry("met", "no").containsEntry("category", "2");
    assertThat(number(rows.get(1), "up_h")).as("an hour of the old year").isEqualTo(1);
    assertThat(rows.get(1)).containsEntry("mtbf_at_least", "true").containsEntry("mttr_h", "");
    assertThat(rows.get(1)).containsEntry("met", "yes");
    assertThat(number(rows.get(2), "up_h")).isEqualTo(196);
  }

  @Test
  void daysAreThoseOfThePlaceAndTheLastBelongsToIt() {
    Map<String, String> row =
        csv("--in", state.toString(), "--from", "2026-01-02", "--to", "2026-01-03").get(0);

    assertThat(row).containsEntry("from", "2026-01-01T17:00:00Z");
    assertThat(row).containsEntry("to", "2026-01-03T17:00:00Z");
    assertThat(number(row, "up_h")).isEqualTo(48);
  }

  @Test
  void journalThatCannotBeReadIsToldInTheWordsOfThisVerb() {
    assertThat(run("report", "--in", state.resolve("nowhere").toString())).isEqualTo(1);

    assertThat(complained.toString(StandardCharsets.UTF_8))
        .startsWith("wayside aids: the journal in ")
        .contains("nowhere", "cannot be read: ")
        .doesNotContain("wayside export");
  }

  @Test
  void anExportIsAsGoodAsTheJournal() throws IOException {
    Path export = state.resolve("export.jsonl");
    try (PrintStream none = new PrintStream(OutputStream.nullOutputStream())) {
      Export.run(none, none, state.resolve("journal").toString(), "--to", export.toString());
    }

    assertThat(csv("--in", export.toString())).isEqualTo(csv("--in", state.toString()));
    assertThat(csv("--in", state.resolve("journal").toString()))
        .isEqualTo(csv("--in", state.toString()));
  }

  @Test
  void theTableHasBothLanguagesAndGoesToAFile() throws IOException {
    Path out = state.resolve("table.txt");

    String zone = "Asia/Ho_Chi_Minh";
    assertThat(run("report", "--in", state.toString(), "--zone", zone, "--out", out.toString()))
        .isZero();

    List<String> lines = Files.readAllLines(out);
    assertThat(lines.get(0)).contains("avail %", "MTBF h");
    assertThat(lines.get(1)).contains("báo hiệu", "khả dụng", "không rõ");
    assertThat(lines.get(2)).contains("buoy-7", "98.50", "75.00", "no, không");
    assertThat(lines.get(2)).containsSubsequence("2025-12-31", "2026-01-11");
    assertThat(lines.get(3)).as("its first year").contains("2025-12-31  2025-12-31", "yes, đạt");
    int column = lines.get(0).indexOf("from");
    assertThat(lines.get(1).substring(column)).startsWith("từ ngày");
    assertThat(lines.get(2).substring(column)).startsWith("2025-12-31");
    assertThat(lines).anyMatch(line -> line.startsWith("h: hours"));
    assertThat(lines).anyMatch(line -> line.startsWith("h: giờ"));
  }

  @Test
  void whatIsWrongIsSaidWithTheStatusOfItsNeighbours() {
    assertThat(run("report", "--in", state.resolve("nothing").toString())).isEqualTo(1);
    assertThat(run("report", "--in", state.toString(), "--to", "2020-01-01")).isEqualTo(1);
    assertThat(run()).isEqualTo(2);
    assertThat(run("report", "--from", "yesterday")).isEqualTo(2);
    assertThat(run("report", "--from", "2026-01-05", "--to", "2026-01-01")).isEqualTo(2);
    assertThat(run("report", "--zone", "Mars")).isEqualTo(2);
    assertThat(run("report", "--strange")).isEqualTo(2);
    assertThat(run("report", "--in")).isEqualTo(2);
    assertThat(complained.toString(StandardCharsets.UTF_8)).contains("wants a value", "usage:");
    assertThat(run("--help")).isZero();
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("usage: wayside aids report");
  }
}
