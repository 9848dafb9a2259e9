// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A clock that cannot be trusted never costs the customer. */
class ClockDoubtTest {

  private final Tariff tariff = Plans.hourly("Asia/Ho_Chi_Minh");
  private final Moment entry = Plans.at("2026-03-02T08:00:00+07:00");

  private static Moment doubtful(Moment moment, int minutes) {
    return new Moment(moment.at(), Duration.ofMinutes(minutes));
  }

  @Test
  void ofTheAmountsThatMayBeRightTheLeastIsTakenAndFlagged() {
    Moment exit = Plans.at("2026-03-02T09:04:00+07:00");
    assertThat(tariff.amount(Stay.of(entry, exit, "car")).totalMinor()).isEqualTo(30_000);
    Amount late = tariff.amount(Stay.of(entry, doubtful(exit, 5), "car"));
    assertThat(late.totalMinor()).isEqualTo(20_000);
    assertThat(late.flags().has(TariffFlags.TIME_SUSPECT)).isTrue();
    assertThat(late.items()).extracting(Item::code).contains("clock-in-doubt");
    Amount early = tariff.amount(Stay.of(doubtful(entry, 5), exit, "car"));
    assertThat(early.totalMinor()).isEqualTo(20_000);
  }

  @Test
  void aSoundClockIsNotFlagged() {
    Moment exit = Plans.at("2026-03-02T09:04:00+07:00");
    assertThat(tariff.amount(Stay.of(entry, exit, "car")).flags().isEmpty()).isTrue();
  }

  /** Whatever the true times within the doubt are, nobody pays more than for them. */
  @Test
  void nobodyPaysMoreThanForTheTrueTimes() {
    for (long seed = 0; seed < 60; seed++) {
      RandomPlans random = new RandomPlans(seed);
      Plan plan = random.plan();
      Tariff any = new Tariff(plan, random.calendar());
      Stay stay = random.stay(plan, 2_000);
      Moment in = stay.entry().orElseThrow();
      long least =
          any.amount(stay.entering(doubtful(in, 9)).leaving(doubtful(stay.exit(), 6))).totalMinor();
      for (int a = -9; a <= 9; a += 3) {
        for (int b = -6; b <= 6; b += 2) {
          Moment trueIn = Moment.sure(in.at().plusSeconds(60L * a));
          Moment trueOut = Moment.sure(stay.exit().at().plusSeconds(60L * b));
          long right = any.amount(stay.entering(trueIn).leaving(trueOut)).totalMinor();
          assertThat(least).as("seed %s", seed).isLessThanOrEqualTo(right);
        }
      }
    }
  }

  @Test
  void aStampSaysHowFarItMayBeOff() {
    Instant wall = entry.at();
    ClockQuality off =
        new ClockQuality(
            ClockQuality.State.UNSYNCHRONISED,
            Optional.of(Duration.ofMinutes(-3)),
            Optional.empty(),
            "ntp");
    assertThat(Moment.of(new Stamp(wall, off, "boot", 1), tariff.plan()).doubt())
        .isEqualTo(Duration.ofMinutes(3));
    Stamp nobodyKnows = new Stamp(wall, ClockQuality.unsynchronised(), "boot", 1);
    assertThat(Moment.of(nobodyKnows, tariff.plan()).doubt()).isEqualTo(Duration.ofMinutes(10));
    Stamp sound = new Stamp(wall, ClockQuality.synchronisedBy("gnss"), "boot", 1);
    assertThat(Moment.of(sound, tariff.plan()).doubt()).isZero();
  }
}
