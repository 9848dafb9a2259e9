// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where clocks change: time is what elapsed, windows are what the wall clock shows. */
class SummerTimeTest {

  /** In Berlin on 2026-03-29 02:00 becomes 03:00, on 2026-10-25 03:00 becomes 02:00 again. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-29T01:30+01:00, 2026-03-29T03:30+02:00, 20000", // two hours on the wall, one elapsed
    "2026-03-29T01:30+01:00, 2026-03-29T03:31+02:00, 30000",
    "2026-10-25T01:30+02:00, 2026-10-25T02:30+02:00, 20000",
    "2026-10-25T01:30+02:00, 2026-10-25T02:30+01:00, 40000", // one hour on the wall, two elapsed
    "2026-10-25T02:30+02:00, 2026-10-25T02:30+01:00, 20000" // none on the wall, one elapsed
  })
  void elapsedTimeIsPaidNotTheFacesOfTheClock(String entry, String exit, long minor) {
    Stay stay = Stay.of(Plans.at(entry), Plans.at(exit), "car");
    assertThat(Plans.hourly("Europe/Berlin").amount(stay).totalMinor()).isEqualTo(minor);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-29T00:30+07:00, 2026-03-29T03:30+07:00, 60000",
    "2026-10-25T00:30+07:00, 2026-10-25T03:30+07:00, 60000"
  })
  void aZoneWithoutSummerTimeHasPlainNights(String entry, String exit, long minor) {
    Stay stay = Stay.of(Plans.at(entry), Plans.at(exit), "car");
    assertThat(Plans.hourly("Asia/Ho_Chi_Minh").amount(stay).totalMinor()).isEqualTo(minor);
  }

  /** 23 hours and 25 hours have one daily charge of 5 000 and their hours. */
  @Test
  void aDayHasTheHoursItHas() {
    Tariff daily = Plans.daily("Europe/Berlin");
    assertThat(whole(daily, "2026-03-29T00:00+01:00", "2026-03-30T00:00+02:00"))
        .isEqualTo(5_000 + 21 * 1_000);
    assertThat(whole(daily, "2026-10-25T00:00+02:00", "2026-10-26T00:00+01:00"))
        .isEqualTo(5_000 + 23 * 1_000);
  }

  private static long whole(Tariff tariff, String entry, String exit) {
    return tariff.amount(Stay.of(Plans.at(entry), Plans.at(exit), "car")).totalMinor();
  }

  @Test
  void aTimeThatIsLeftOutIsTheMomentOfTheChange() {
    SiteTime berlin = new SiteTime(ZoneId.of("Europe/Berlin"));
    LocalDate spring = LocalDate.of(2026, 3, 29);
    long change = Plans.instant("2026-03-29T03:00+02:00").toEpochMilli();
    assertThat(berlin.at(spring, LocalTime.of(2, 0))).isEqualTo(change);
    assertThat(berlin.at(spring, LocalTime.of(2, 59))).isEqualTo(change);
    assertThat(berlin.at(spring, LocalTime.of(3, 0))).isEqualTo(change);
  }

  @Test
  void ofATimeThatComesTwiceTheFirstCounts() {
    SiteTime berlin = new SiteTime(ZoneId.of("Europe/Berlin"));
    assertThat(berlin.at(LocalDate.of(2026, 10, 25), LocalTime.of(2, 30)))
        .isEqualTo(Plans.instant("2026-10-25T02:30+02:00").toEpochMilli());
  }

  /** On 2017-10-15 the day in São Paulo began at 01:00. */
  @Test
  void aDayMayBeginAtOne() {
    SiteTime site = new SiteTime(ZoneId.of("America/Sao_Paulo"));
    assertThat(site.at(LocalDate.of(2017, 10, 15), LocalTime.MIDNIGHT))
        .isEqualTo(Plans.instant("2017-10-15T01:00-02:00").toEpochMilli());
  }
}
