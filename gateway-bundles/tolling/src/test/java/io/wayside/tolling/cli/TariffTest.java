// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code wayside tariff} as it is called. */
class TariffTest {

  private static final String PLAN = "../../config/tolling/tariffs-example-vn.json";

  private record Ran(int status, String out, String err) {

    static Ran of(String... words) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      int status =
          Tariff.run(
              new TariffFiles(Path.of("../..")),
              new PrintStream(out, true, StandardCharsets.UTF_8),
              new PrintStream(err, true, StandardCharsets.UTF_8),
              words);
      return new Ran(
          status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
  }

  private static Ran stay(String... more) {
    List<String> words =
        new ArrayList<>(List.of("--plan", PLAN, "--class", "car", "--entry", "2026-03-02T08:00"));
    words.addAll(List.of("--exit", "2026-03-02T10:01"));
    words.addAll(List.of(more));
    return Ran.of(words.toArray(String[]::new));
  }

  @Test
  void theAmountIsExplainedLineByLine() {
    Ran ran = stay();
    assertThat(ran.status()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out().lines())
        .containsExactly(
            "     35000 VND  Car by day: 1 × 35000 VND, from 2026-03-02T08:00+07:00",
            "     20000 VND  Car by day: 1 × 20000 VND, from 2026-03-02T10:00+07:00",
            "     55000 VND  total",
            "                Example prices, city car park, version 1, calendar vn/1");
  }

  @Test
  void theAmountIsExplainedInVietnamese() {
    assertThat(stay("--lang", "vi").out())
        .contains("Ô tô ban ngày: 1 × 35000 VND")
        .contains("tổng cộng")
        .contains("phiên bản 1");
  }

  @Test
  void programsGetOneObject() throws Exception {
    Ran ran = stay("--json", "--discount", "HALF", "--paid", "27000@2026-03-02T10:00:30");
    Value.Fields amount = (Value.Fields) Json.read(ran.out().strip()).root();
    assertThat(amount.get("totalMinor")).isEqualTo(new Value.Whole(27_000));
    assertThat(amount.get("openMinor")).isEqualTo(new Value.Whole(0));
    assertThat(amount.get("paidUntil")).isEqualTo(new Value.Text("2026-03-02T03:15:30Z"));
    assertThat(((Value.Many) amount.get("because")).values()).hasSize(5);
  }

  @Test
  void timesWithAnOffsetAreTheSameMoments() {
    Ran local = stay();
    Ran offset =
        Ran.of(
            "--plan",
            PLAN,
            "--class",
            "car",
            "--entry",
            "2026-03-02T01:00:00Z",
            "--exit",
            "2026-03-02T11:01:00+08:00");
    assertThat(offset).isEqualTo(local);
  }

  @Test
  void passesLostTicketsAndDoubtfulClocksAreTakenIn() {
    assertThat(stay("--pass", "office:2026-03-01/2026-03-31").out())
        .contains(
            "         0 VND  total",
            "121 minutes are not counted",
            "no more than 10 minutes count");
    assertThat(stay("--lost-ticket").out()).contains("255000 VND  total");
    assertThat(stay("--clock-doubt", "5").out()).contains("35000 VND  total", "time-suspect");
    Ran unknown =
        Ran.of("--plan", PLAN, "--class", "car", "--exit", "2026-03-02T10:00", "--lost-ticket");
    assertThat(unknown.out()).contains("600000 VND  total", "unknown-entry");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--entry|2026-03-02T08:00|is given twice",
        "--colour|red|there is no option \"--colour\"",
        "--lang|fr|is neither vi nor en",
        "--pass|office|is not in the form",
        "--pass|night:2026-03-01/2026-03-31|the plan has no \"night\"; it has office, resident",
        "--pass|office:March/2026-03-31|\"March\" is not a day",
        "--pass|office:2026-03-31/2026-03-01|ends before its first day",
        "--paid|1@+999999999-01-01T00:00|is not in the years 1970 to 9999",
        "--paid|5000|is not in the form AMOUNT@T",
        "--paid|-5@2026-03-02T10:00|is no amount",
        "--clock-doubt|500|must be whole minutes"
      })
  void wrongUsageIsNamedInOneLine(String text) {
    String[] parts = text.split("\\|", -1);
    Ran ran = stay(parts[0], parts[1]);
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines()).hasSize(1);
    assertThat(ran.err()).contains("wayside tariff: ", parts[2]);
  }

  @Test
  void wrongTimesAndClassesAreNamed() {
    assertThat(
            Ran.of(
                "--plan",
                PLAN,
                "--class",
                "bus",
                "--entry",
                "2026-03-02T08:00",
                "--exit",
                "2026-03-02T09:00"))
        .matches(
            ran -> ran.status() == 2 && ran.err().contains("no \"bus\"; it has car, motorbike"));
    assertThat(Ran.of("--plan", PLAN, "--class", "car", "--entry", "noon", "--exit", "x").err())
        .contains("--entry: \"noon\" is not a time");
    assertThat(
            Ran.of(
                    "--plan",
                    PLAN,
                    "--class",
                    "car",
                    "--entry",
                    "2026-03-02T08:00",
                    "--exit",
                    "2026-03-02T07:00")
                .err())
        .contains("--exit: must not be before --entry");
    assertThat(Ran.of("--plan", PLAN, "--class", "car", "--exit", "2026-03-02T07:00").err())
        .contains("--entry is missing");
  }

  @Test
  void aLocalTimeThatOccursTwiceWantsItsOffset(@TempDir Path folder) throws Exception {
    Path plan = folder.resolve("berlin.json");
    Files.writeString(
        plan, Files.readString(Path.of(PLAN)).replace("Asia/Ho_Chi_Minh", "Europe/Berlin"));
    String[] words = {
      "--plan",
      plan.toString(),
      "--class",
      "car",
      "--entry",
      "2026-10-25T02:30",
      "--exit",
      "2026-10-25T05:00"
    };
    assertThat(Ran.of(words).err()).contains("occurs twice in Europe/Berlin");
    words[5] = "2026-03-29T02:30";
    assertThat(Ran.of(words).err()).contains("does not occur in Europe/Berlin");
  }

  @Test
  void aDocumentThatCannotBeUsedIsNamedWithLineAndPath(@TempDir Path folder) throws Exception {
    Path plan = folder.resolve("broken.json");
    Files.writeString(
        plan, Files.readString(Path.of(PLAN)).replace("\"how\": \"down\"", "\"how\": \"away\""));
    Ran ran = Ran.of("--plan", plan.toString(), "--class", "car", "--entry", "x", "--exit", "y");
    assertThat(ran.status()).isEqualTo(3);
    assertThat(ran.err()).contains("broken.json: line 17", "/rounding/how must be one of");
    assertThat(Ran.of("--plan", "nowhere.json", "--class", "car"))
        .matches(gone -> gone.status() == 3 && gone.err().contains("--plan nowhere.json"));
  }

  @Test
  void aCalendarMustBeThePlans(@TempDir Path folder) throws Exception {
    Path other = folder.resolve("other.json");
    String vn = Files.readString(Path.of("../../config/calendars/vn.json"));
    Files.writeString(other, vn.replace("\"calendar\": \"vn\"", "\"calendar\": \"la\""));
    assertThat(stay("--calendar", other.toString()))
        .matches(ran -> ran.status() == 3 && ran.err().contains("the plan wants \"vn\""));
    Path plan = folder.resolve("plan.json");
    Files.writeString(
        plan,
        Files.readString(Path.of(PLAN)).replace("\"calendar\": \"vn\"", "\"calendar\": \"xx\""));
    assertThat(Ran.of("--plan", plan.toString(), "--class", "car").err())
        .contains("there is no calendars/xx.json here");
  }

  @Test
  void helpSaysEverything() {
    Ran ran = Ran.of("--plan", "x", "--help");
    assertThat(ran.status()).isZero();
    assertThat(ran.out()).contains("--lost-ticket", "exit status");
  }
}
