// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.fare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimeOfDayTest {

  private static boolean holds(TimeOfDay period, String local) {
    return period.holds(LocalDateTime.parse(local));
  }

  @Test
  void aPeriodWithinADayIncludesItsStartAndNotItsEnd() {
    TimeOfDay rush =
        new TimeOfDay(
            "rush", Set.of(DayOfWeek.MONDAY), LocalTime.of(7, 0), LocalTime.of(9, 0), 120);
    assertThat(holds(rush, "2026-11-23T06:59:59")).isFalse();
    assertThat(holds(rush, "2026-11-23T07:00")).isTrue();
    assertThat(holds(rush, "2026-11-23T08:59:59")).isTrue();
    assertThat(holds(rush, "2026-11-23T09:00")).isFalse();
    assertThat(holds(rush, "2026-11-24T07:30")).isFalse();
  }

  @Test
  void aPeriodOverMidnightBelongsToTheDayItBeginsOn() {
    TimeOfDay night =
        new TimeOfDay("n", Set.of(DayOfWeek.FRIDAY), LocalTime.of(22, 0), LocalTime.of(5, 0), 50);
    assertThat(holds(night, "2026-11-20T23:00")).isTrue(); // a Friday
    assertThat(holds(night, "2026-11-21T04:59")).isTrue();
    assertThat(holds(night, "2026-11-21T22:30")).isFalse();
    assertThat(holds(night, "2026-11-20T04:00")).isFalse();
  }
}
