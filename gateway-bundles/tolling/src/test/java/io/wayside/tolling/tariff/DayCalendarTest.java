// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.Evidence;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holidays are rows; what follows from the moon is recomputed. */
class DayCalendarTest {

  private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  /** Known first days of the year and Hung Kings' days hold the recomputation to account. */
  @ParameterizedTest
  @CsvSource({
    "2007, 1, 1, 2007-02-17", // a day before the Chinese year
    "2020, 3, 10, 2020-04-02",
    "2021, 3, 10, 2021-04-21",
    "2023, 1, 1, 2023-01-22", // followed by a leap second month
    "2023, 3, 10, 2023-04-29",
    "2024, 1, 1, 2024-02-10",
    "2024, 3, 10, 2024-04-18",
    "2025, 1, 1, 2025-01-29",
    "2025, 3, 10, 2025-04-07",
    "2026, 1, 1, 2026-02-17"
  })
  void theMoonIsReckonedRight(int year, int month, int day, LocalDate expected) {
    assertThat(VietnameseMoon.date(year, month, day)).isEqualTo(expected);
  }

  @Test
  void everyLunarRowThatShipsFallsWhereTheMoonPutsIt() throws Exception {
    Node document =
        Node.read("vn.json", Files.readString(Plans.CONFIG.resolve("calendars/vn.json")));
    int seen = 0;
    for (Node day : document.member("days").elements()) {
      Optional<Node> lunar = day.optional("lunar");
      if (lunar.isPresent()) {
        LocalDate date = LocalDate.parse(day.member("date").text());
        String[] parts = lunar.get().text().split("-", -1);
        assertThat(
                VietnameseMoon.date(
                    date.getYear(), Integer.parseInt(parts[0]), Integer.parseInt(parts[1])))
            .isEqualTo(date);
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(6);
  }

  @Test
  void daysAreWhatTheRowsSayAndElseWhatTheWeekSays() {
    DayCalendar calendar = Plans.calendar();
    assertThat(calendar.kindOf(LocalDate.of(2026, 9, 2), WEEKEND)).isEqualTo(DayKind.HOLIDAY);
    assertThat(calendar.kindOf(LocalDate.of(2026, 4, 26), WEEKEND)).isEqualTo(DayKind.HOLIDAY);
    assertThat(calendar.kindOf(LocalDate.of(2026, 9, 5), WEEKEND)).isEqualTo(DayKind.WEEKEND);
    assertThat(calendar.kindOf(LocalDate.of(2026, 9, 3), WEEKEND)).isEqualTo(DayKind.WORKING);
    assertThat(calendar.covers(LocalDate.of(2027, 12, 31))).isTrue();
    assertThat(calendar.covers(LocalDate.of(2028, 1, 1))).isFalse();
  }

  @Test
  void whatIsNotLawIsNotCalledVerified() {
    Plans.calendar()
        .rows()
        .values()
        .forEach(
            row -> {
              if (row.evidence().certainty() == Evidence.Certainty.VERIFIED) {
                assertThat(row.evidence().source()).startsWith("Labour Code 2019");
              }
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "\"date\": \"2026-04-27\" | \"date\": \"2026-04-26\" | is given twice",
        "\"date\": \"2026-04-27\" | \"date\": \"2028-04-27\" | must be from 2026-01-01 to 2027-12-31",
        "\"date\": \"2026-04-27\" | \"date\": \"27.4.2026\"  | must be a day",
        "\"kind\": \"holiday\"    | \"kind\": \"weekend\"    | must be holiday or working",
        "\"to\": \"2027-12-31\"   | \"to\": \"2025-12-31\"   | must not be before"
      })
  void aWrongRowIsRefused(String right, String wrong, String expected) throws Exception {
    String json =
        Files.readString(Plans.CONFIG.resolve("calendars/vn.json")).replaceFirst(right, wrong);
    assertThatThrownBy(() -> DayCalendar.from(Node.read("vn.json", json)))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("vn.json: line ")
        .hasMessageContaining(expected);
  }
}
