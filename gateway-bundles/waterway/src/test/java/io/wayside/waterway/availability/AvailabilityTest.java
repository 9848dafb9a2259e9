// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.waterway.aid.Category;
import io.wayside.waterway.availability.Availability.Met;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shares, times between failures and categories. */
class AvailabilityTest {

  private static final Instant BEGIN = Instant.parse("2024-11-22T00:00:00Z");
  private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");

  private static Availability of(
      double upH, double plannedH, double unplannedH, double unknownH, int failures, int outages) {
    return new Availability(
        new Figures(
            hours(upH),
            hours(plannedH),
            hours(unplannedH),
            hours(unknownH),
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            failures,
            outages));
  }

  private static Duration hours(double hours) {
    return Duration.ofSeconds(Math.round(hours * 3600));
  }

  /**
   * The example of IALA's guide: in two years four planned stops of six hours and one failure of
   * twelve; time between outages about 3500 h, to restore service about 7 h, availability 99.8 %.
   */
  @Test
  void theGuidesExampleComesOutAsTheGuideHasIt() {
    Ledger ledger = new Ledger();
    Instant end = BEGIN.plus(Duration.ofDays(730));
    ledger.place(BEGIN, Verdict.UP);
    ledger.light(BEGIN, Verdict.UP);
    for (int stop = 0; stop < 4; stop++) {
      Instant begins = BEGIN.plus(Duration.ofDays(90 + 182L * stop));
      ledger.planned(begins, true);
      ledger.planned(begins.plus(Duration.ofHours(6)), false);
      if (stop == 1) {
        Instant fails = begins.plus(Duration.ofDays(40));
        ledger.light(fails, Verdict.DOWN);
        ledger.light(fails.plus(Duration.ofHours(12)), Verdict.UP);
      }
    }

    Availability all = new Availability(ledger.figures(BEGIN, end));

    assertThat(all.figures().outages()).isEqualTo(5);
    assertThat(all.figures().failures()).isEqualTo(1);
    assertThat(all.mtbo().hours()).isCloseTo(3500, within(5.0));
    assertThat(all.mtsrH().orElseThrow()).isCloseTo(7.2, within(1e-9));
    assertThat(all.share().orElseThrow()).isCloseTo(0.998, within(0.0001));
    double byOutages = all.mtbo().hours() / (all.mtbo().hours() + all.mtsrH().orElseThrow());
    assertThat(byOutages).isCloseTo(all.share().orElseThrow(), within(1e-12));
    assertThat(all.mttrH().orElseThrow()).isEqualTo(12);
  }

  @Test
  void shareByTimesBetweenFailuresIsShareByTime() {
    Availability one = of(8000, 0, 40, 100, 3, 3);

    double mtbf = one.mtbf().hours();
    double mttr = one.mttrH().orElseThrow();

    assertThat(mtbf / (mtbf + mttr)).isCloseTo(one.unplannedShare().orElseThrow(), within(1e-12));
  }

  @Test
  void withoutAFailureTheMeanIsAtLeastTheTime() {
    assertThat(of(500, 0, 0, 0, 0, 0).mtbf()).isEqualTo(new Availability.Mean(500, true));
    assertThat(of(500, 0, 0, 0, 0, 0).mttrH()).isEmpty();
  }

  /** 26 298 h of three years allow 52.6, 263 and 789 h. */
  @Test
  void categoriesAllowTheDowntimesTheyAreKnownFor() {
    double years = 26_298;
    for (Object[] one :
        List.of(
            new Object[] {Category.ONE, 52.5, 52.7},
            new Object[] {Category.TWO, 262.9, 263.1},
            new Object[] {Category.THREE, 788.9, 789.1})) {
      Category category = (Category) one[0];
      double less = (double) one[1];
      double more = (double) one[2];
      assertThat(of(years - less, 0, less, 0, 1, 1).met(category)).isEqualTo(Met.MET);
      assertThat(of(years - more, 0, more, 0, 1, 1).met(category)).isEqualTo(Met.NOT_MET);
    }
  }

  @Test
  void notKnowingIsNeitherMetNorNotMet() {
    Availability unknown = of(990, 0, 2, 8, 1, 1);

    assertThat(unknown.met(Category.ONE)).isEqualTo(Met.OPEN);
    assertThat(unknown.met(Category.TWO)).isEqualTo(Met.MET);
    assertThat(unknown.share().orElseThrow()).isCloseTo(990.0 / 992, within(1e-12));
    assertThat(of(0, 0, 0, 10, 0, 0).share()).isEmpty();
    assertThat(of(0, 0, 0, 10, 0, 0).met(Category.THREE)).isEqualTo(Met.OPEN);
  }

  @Test
  void threeYearsBackFromALeapDayIsTheLastOfFebruary() {
    Window back = Window.rolling(Instant.parse("2028-02-29T05:00:00Z"), HANOI);

    assertThat(back.from()).isEqualTo(Instant.parse("2025-02-28T05:00:00Z"));
  }

  @Test
  void calendarYearsAreThoseOfThePlaceAndFillTheTime() {
    Instant from = Instant.parse("2023-06-01T00:00:00Z");
    Instant to = Instant.parse("2025-03-01T00:00:00Z");
    List<Window> years = Window.years(from, to, HANOI);

    assertThat(years).extracting(Window::name).containsExactly("2023", "2024", "2025");
    assertThat(years.get(0).from()).isEqualTo(from);
    assertThat(years.get(1).from()).isEqualTo(Instant.parse("2023-12-31T17:00:00Z"));
    assertThat(Duration.between(years.get(1).from(), years.get(1).to()).toDays()).isEqualTo(366);
    assertThat(years.get(2).to()).isEqualTo(to);
  }
}
