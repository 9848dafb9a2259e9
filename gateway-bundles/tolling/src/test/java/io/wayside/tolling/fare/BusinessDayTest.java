// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.fare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BusinessDayTest {

  /** Zones whose clocks change at midnight, by half an hour, and never. */
  private static final List<String> ZONES =
      List.of(
          "Asia/Ho_Chi_Minh",
          "Europe/Berlin",
          "America/Santiago",
          "America/Havana",
          "Australia/Lord_Howe",
          "UTC");

  @Test
  void everyMomentIsInExactlyOneDayAndDaysFollowEachOther() {
    Random random = new Random(1);
    for (int i = 0; i < 50_000; i++) {
      BusinessDay days =
          new BusinessDay(
              ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))),
              LocalTime.of(random.nextInt(24), random.nextInt(60)));
      Instant moment = Instant.ofEpochSecond(1_700_000_000L + random.nextInt(200_000_000));
      LocalDate day = days.of(moment);
      assertThat(days.begin(day)).isBeforeOrEqualTo(moment);
      assertThat(days.begin(day.plusDays(1))).isAfter(moment);
    }
  }

  @Test
  void aNightShiftBelongsToTheDayItBeganOn() {
    BusinessDay days = new BusinessDay(ZoneId.of("Asia/Ho_Chi_Minh"), LocalTime.of(6, 0));
    assertThat(days.of(Instant.parse("2026-11-21T22:59:59Z"))).isEqualTo("2026-11-21");
    assertThat(days.of(Instant.parse("2026-11-21T23:00:00Z"))).isEqualTo("2026-11-22");
    assertThat(days.at(LocalDate.parse("2026-11-21"), LocalTime.of(2, 0)))
        .isEqualTo("2026-11-21T19:00:00Z");
  }

  @Test
  void aDayWithSummerTimeIsAnHourShorterOrLonger() {
    BusinessDay days = new BusinessDay(ZoneId.of("Europe/Berlin"), LocalTime.MIDNIGHT);
    assertThat(length(days, "2026-03-29")).isEqualTo(Duration.ofHours(23));
    assertThat(length(days, "2026-10-25")).isEqualTo(Duration.ofHours(25));
    assertThat(length(days, "2026-06-01")).isEqualTo(Duration.ofHours(24));
  }

  private static Duration length(BusinessDay days, String day) {
    LocalDate date = LocalDate.parse(day);
    return Duration.between(days.begin(date), days.begin(date.plusDays(1)));
  }
}
