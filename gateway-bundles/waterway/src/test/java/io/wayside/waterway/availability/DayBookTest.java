// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.availability;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.waterway.availability.DayBook.Day;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Days of a place with their seconds. */
class DayBookTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Duration SETTLE = Duration.ofHours(2);

  @Test
  void daysAreClosedOnceTheyAreSettledAndHoldAllOfTheirSeconds() {
    Instant begin = Instant.parse("2026-10-24T10:00:00Z");
    Ledger ledger = new Ledger();
    ledger.light(begin, Verdict.UP);
    ledger.place(begin, Verdict.NO_SAY);
    DayBook book = new DayBook(ledger, PARIS, SETTLE, begin);
    List<Day> days = new ArrayList<>();
    for (int hour = 0; hour <= 60; hour++) {
      days.addAll(book.due(begin.plus(Duration.ofHours(hour))));
    }
    days.addAll(book.stop(begin.plus(Duration.ofHours(60))));

    assertThat(days)
        .extracting(day -> day.day().toString())
        .containsExactly("2026-10-24", "2026-10-25", "2026-10-26");
    assertThat(days.get(1).figures().up()).as("clocks go back").isEqualTo(Duration.ofHours(25));
    assertThat(days.stream().map(Day::figures).reduce(Figures.NONE, Figures::plus).up())
        .isEqualTo(Duration.ofHours(60));
  }

  @Test
  void whatIsLearntAfterMidnightStillBelongsToTheDayBefore() {
    Instant begin = Instant.parse("2026-11-20T23:00:00Z");
    Ledger ledger = new Ledger();
    ledger.light(begin, Verdict.UP);
    ledger.place(begin, Verdict.UP);
    DayBook book = new DayBook(ledger, PARIS, SETTLE, begin);
    Instant midnight = Instant.parse("2026-11-21T23:00:00Z");

    assertThat(book.due(midnight.plus(Duration.ofHours(1)))).isEmpty();
    ledger.light(midnight.minusSeconds(600), Verdict.DOWN);
    List<Day> days = book.due(midnight.plus(SETTLE));

    assertThat(days).hasSize(1);
    assertThat(days.get(0).figures().downUnplanned()).isEqualTo(Duration.ofMinutes(10));
    assertThat(days.get(0).figures().failures()).isOne();
  }

  @Test
  void aStopPartsADay() {
    Instant begin = Instant.parse("2026-11-20T23:00:00Z");
    Ledger ledger = new Ledger();
    DayBook book = new DayBook(ledger, PARIS, SETTLE, begin);

    List<Day> days = book.stop(begin.plusSeconds(77));

    assertThat(days).hasSize(1);
    assertThat(days.get(0).figures().unknown()).isEqualTo(Duration.ofSeconds(77));
    assertThat(book.stop(begin.plusSeconds(77))).isEmpty();
  }
}
