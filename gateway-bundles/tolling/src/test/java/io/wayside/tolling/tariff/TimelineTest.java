// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which rate is in force when, by the plan that ships; and what counts towards which cap. */
class TimelineTest {

  private final Plan plan = Plans.shipped().plan();
  private final Timeline timeline = new Timeline(plan, Plans.calendar());

  private static long ms(String text) {
    return Plans.instant(text + "+07:00").toEpochMilli();
  }

  private List<String> spans(String from, String to, HeldPass... passes) {
    SiteTime site = new SiteTime(plan.zone());
    return timeline.spans(ms(from), ms(to), "car", List.of(passes)).stream()
        .map(
            span ->
                span.rate().id()
                    + (span.covered() ? " covered " : " ")
                    + site.textOf(span.fromMs()).substring(5, 16)
                    + " "
                    + site.textOf(span.toMs()).substring(5, 16))
        .toList();
  }

  @Test
  void aNightRunsAcrossMidnightAndTheWeekendBeginsInTheMorning() {
    assertThat(spans("2026-03-06T20:00", "2026-03-07T07:00"))
        .containsExactly(
            "car-day 03-06T20:00 03-06T22:00",
            "car-night 03-06T22:00 03-07T06:00",
            "car-holiday 03-07T06:00 03-07T07:00");
  }

  @Test
  void aHolidayInTheWeekHasItsOwnRate() {
    assertThat(spans("2026-04-29T21:00", "2026-05-02T06:30"))
        .containsExactly(
            "car-day 04-29T21:00 04-29T22:00",
            "car-night 04-29T22:00 04-30T06:00",
            "car-holiday 04-30T06:00 04-30T22:00",
            "car-night 04-30T22:00 05-01T06:00",
            "car-holiday 05-01T06:00 05-01T22:00",
            "car-night 05-01T22:00 05-02T06:00",
            "car-holiday 05-02T06:00 05-02T06:30");
  }

  @Test
  void passesCutOutTheirHoursAndOverlapsAreOne() {
    LocalDate day = LocalDate.of(2026, 3, 2);
    assertThat(
            spans(
                "2026-03-02T06:30",
                "2026-03-03T01:00",
                new HeldPass("office", day, day),
                new HeldPass("office", day.minusDays(9), day)))
        .containsExactly(
            "car-day 03-02T06:30 03-02T07:00",
            "car-day covered 03-02T07:00 03-02T19:00",
            "car-day 03-02T19:00 03-02T22:00",
            "car-night 03-02T22:00 03-03T01:00");
  }

  @Test
  void aPassOfAnotherPlanOrClassCoversNothing() {
    LocalDate day = LocalDate.of(2026, 3, 2);
    assertThat(spans("2026-03-02T08:00", "2026-03-02T09:00", new HeldPass("golden", day, day)))
        .containsExactly("car-day 03-02T08:00 03-02T09:00");
  }

  @Test
  void noTimeHasNoSpans() {
    assertThat(spans("2026-03-02T08:00", "2026-03-02T08:00")).isEmpty();
  }

  @Test
  void aChargeBelongsToOneSumOfEachCap() {
    Rate rate = plan.schedule("car", DayKind.WORKING).starts().get(0).rate();
    long entry = ms("2026-03-02T20:00");
    long at = ms("2026-03-03T19:59");
    long period = ms("2026-03-03T06:00");
    Charge charge = new Charge(at, rate, period, LocalDate.of(2026, 3, 3), DayKind.WORKING, 20_000);
    assertThat(cap(Cap.Per.DAY_OF_STAY).bucketOf(charge, entry)).isZero();
    assertThat(cap(Cap.Per.DAY_OF_STAY).bucketOf(charge, entry - 60_000)).isEqualTo(1);
    assertThat(cap(Cap.Per.CALENDAR_DAY).bucketOf(charge, entry))
        .isEqualTo(LocalDate.of(2026, 3, 3).toEpochDay());
    assertThat(cap(Cap.Per.PERIOD).bucketOf(charge, entry)).isEqualTo(period);
    assertThat(cap(Cap.Per.STAY).bucketOf(charge, entry)).isZero();
    assertThat(cap(Cap.Per.STAY).counts(charge, "car")).isTrue();
    assertThat(cap(Cap.Per.STAY).counts(charge, "bus")).isFalse();
  }

  private static Cap cap(Cap.Per per) {
    return new Cap(
        "cap",
        new Wording("x", "x"),
        Set.of("car"),
        per,
        Set.of("car-day"),
        Set.of(DayKind.WORKING),
        50_000);
  }
}
