// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.tolling.fare.BusinessDay;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShiftPlanTest {

  private static ShiftPlan plan(String zone, String start, String... changes) {
    return new ShiftPlan(
        new BusinessDay(ZoneId.of(zone), LocalTime.parse(start)),
        List.of(changes).stream().map(LocalTime::parse).toList());
  }

  @Test
  void everyMomentIsInExactlyOneShift() {
    Random random = new Random(6);
    List<ShiftPlan> plans =
        List.of(
            plan("Asia/Ho_Chi_Minh", "06:00", "14:00", "22:00"),
            plan("Europe/Berlin", "01:30", "02:15", "02:45"),
            plan("America/Santiago", "23:30", "00:15", "08:00"),
            plan("UTC", "00:00"));
    for (int i = 0; i < 40_000; i++) {
      ShiftPlan plan = plans.get(random.nextInt(plans.size()));
      Instant moment = Instant.ofEpochSecond(1_760_000_000L + random.nextInt(60_000_000));
      Shift shift = plan.of(moment);
      assertThat(plan.begin(shift)).isBeforeOrEqualTo(moment);
      assertThat(plan.end(shift)).isAfter(moment);
    }
  }

  @Test
  void theNightShiftEndsInTheNextMorning() {
    ShiftPlan plan = plan("Asia/Ho_Chi_Minh", "06:00", "14:00", "22:00");
    Shift night = plan.of(Instant.parse("2026-11-21T20:00:00Z")); // 03:00 on the 22nd
    assertThat(night).hasToString("2026-11-21/3");
    assertThat(plan.begin(night)).isEqualTo("2026-11-21T15:00:00Z");
    assertThat(plan.end(night)).isEqualTo("2026-11-21T23:00:00Z");
    assertThat(night).isGreaterThan(plan.of(Instant.parse("2026-11-21T10:00:00Z")));
  }

  @Test
  void changesThatDoNotFollowEachOtherAreRefused() {
    assertThatThrownBy(() -> plan("UTC", "06:00", "22:00", "14:00"))
        .hasMessageContaining("must follow each other");
    assertThatThrownBy(() -> plan("UTC", "06:00", "06:00")).hasMessageContaining("06:00");
  }
}
