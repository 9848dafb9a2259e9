// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What holds for every plan there may be. */
class TariffPropertiesTest {

  private static Instant entryOf(Stay stay) {
    return stay.entry().orElseThrow().at();
  }

  @Test
  void everyPriceIsWhatAMinuteByMinuteRecountFinds() {
    int paid = 0;
    int passes = 0;
    for (long seed = 0; seed < 500; seed++) {
      RandomPlans random = new RandomPlans(seed);
      Plan plan = random.plan();
      DayCalendar calendar = random.calendar();
      Stay stay = random.stay(plan, 5_000);
      long minor = new Tariff(plan, calendar).amount(stay).totalMinor();
      assertThat(minor).as("seed %s", seed).isEqualTo(Recount.of(plan, calendar, stay));
      paid += minor > 0 ? 1 : 0;
      passes += stay.passes().isEmpty() ? 0 : 1;
    }
    assertThat(paid).isGreaterThan(300);
    assertThat(passes).isGreaterThan(100);
  }

  /** For one entry; what an earlier entry costs is another question, as it meets other rates. */
  @Test
  void aLaterExitNeverCostsLess() {
    for (long seed = 0; seed < 300; seed++) {
      RandomPlans random = new RandomPlans(seed);
      Plan plan = random.plan();
      Tariff tariff = new Tariff(plan, random.calendar());
      Stay stay = random.stay(plan, 2);
      long before = 0;
      for (int minutes = 0; minutes < 3_000; minutes += 7) {
        Instant exit = entryOf(stay).plusSeconds(60L * minutes + minutes % 60);
        long minor = tariff.amount(stay.leaving(Moment.sure(exit))).totalMinor();
        assertThat(minor).as("seed %s, %s minutes", seed, minutes).isGreaterThanOrEqualTo(before);
        before = minor;
      }
    }
  }

  @Test
  void theChargesOfAShorterStayAreTheFirstOfALongerOne() {
    for (long seed = 0; seed < 300; seed++) {
      RandomPlans random = new RandomPlans(seed);
      Plan plan = random.plan();
      Timeline timeline = new Timeline(plan, random.calendar());
      SiteTime site = new SiteTime(plan.zone());
      Stay stay = random.stay(plan, 4_000);
      long from = entryOf(stay).toEpochMilli();
      long to = stay.exit().at().toEpochMilli();
      long middle = (from + to) / 2;
      List<Charge> all =
          Counted.of(timeline.spans(from, to, RandomPlans.CAR, stay.passes()), timeline, site)
              .charges();
      List<Charge> some =
          Counted.of(timeline.spans(from, middle, RandomPlans.CAR, stay.passes()), timeline, site)
              .charges();
      assertThat(all.subList(0, some.size())).as("seed %s", seed).isEqualTo(some);
    }
  }

  @Test
  void spansFillTheStayWithoutGapOrOverlap() {
    for (long seed = 0; seed < 300; seed++) {
      RandomPlans random = new RandomPlans(seed);
      Plan plan = random.plan();
      Timeline timeline = new Timeline(plan, random.calendar());
      Stay stay = random.stay(plan, 4_000);
      long at = entryOf(stay).toEpochMilli();
      long to = stay.exit().at().toEpochMilli();
      for (Span span : timeline.spans(at, to, RandomPlans.CAR, stay.passes())) {
        assertThat(span.fromMs()).isEqualTo(at).isGreaterThanOrEqualTo(span.periodMs());
        assertThat(span.toMs()).isGreaterThan(at);
        at = span.toMs();
      }
      assertThat(at).isEqualTo(to);
    }
  }

  @Test
  void noCapIsEverExceeded() {
    int atTheCap = 0;
    for (long seed = 0; seed < 300; seed++) {
      RandomPlans random = new RandomPlans(seed);
      Plan plan = random.plan();
      Timeline timeline = new Timeline(plan, random.calendar());
      Stay stay = random.stay(plan, 6_000);
      long from = entryOf(stay).toEpochMilli();
      List<Charge> charges =
          Counted.of(
                  timeline.spans(
                      from, stay.exit().at().toEpochMilli(), RandomPlans.CAR, stay.passes()),
                  timeline,
                  new SiteTime(plan.zone()))
              .charges();
      Map<String, Long> sums = new TreeMap<>();
      long before = 0;
      for (int i = 0; i < charges.size(); i++) {
        long upTo = Capped.of(charges.subList(0, i + 1), plan, RandomPlans.CAR, from).minor();
        for (Cap cap : plan.caps()) {
          if (cap.counts(charges.get(i), RandomPlans.CAR)) {
            String bucket = cap.id() + "/" + cap.bucketOf(charges.get(i), from);
            long sum = sums.merge(bucket, upTo - before, Long::sum);
            assertThat(sum).as("seed %s, %s", seed, bucket).isLessThanOrEqualTo(cap.minor());
            atTheCap += sum == cap.minor() && sum > 0 ? 1 : 0;
          }
        }
        before = upTo;
      }
    }
    assertThat(atTheCap).isGreaterThan(100);
  }

  @Test
  void theItemsAddUpToTheTotal() {
    for (long seed = 0; seed < 300; seed++) {
      RandomPlans random = new RandomPlans(seed);
      Plan plan = random.plan();
      Amount amount = new Tariff(plan, random.calendar()).amount(random.stay(plan, 9_000));
      assertThat(amount.items().stream().mapToLong(Item::minor).sum())
          .as("seed %s", seed)
          .isEqualTo(amount.totalMinor());
    }
  }

  @Test
  void aStayWithinGraceIsFreeAndOneMillisecondLongerIsNot() {
    Tariff tariff = Plans.hourly("Asia/Ho_Chi_Minh");
    Moment entry = Plans.at("2026-03-02T08:00:00+07:00");
    Instant last = entry.at().plusSeconds(600);
    Stay free = Stay.of(entry, Moment.sure(last), "car");
    assertThat(tariff.amount(free).totalMinor()).isZero();
    Stay longer = Stay.of(entry, Moment.sure(last.plusMillis(1)), "car");
    assertThat(tariff.amount(longer).totalMinor()).isEqualTo(20_000);
  }

  /** With rates that count in the stay and do not change at midnight. */
  @Test
  void midnightIsNotSeenWhereThePlanDoesNotNameIt() {
    Tariff tariff = Plans.hourly("Asia/Ho_Chi_Minh");
    for (int minutes = 15; minutes < 3_000; minutes += 11) {
      Moment noon = Plans.at("2026-03-02T12:00:00+07:00");
      Moment evening = Plans.at("2026-03-02T23:10:00+07:00");
      assertThat(minor(tariff, noon, minutes)).isEqualTo(minor(tariff, evening, minutes));
    }
  }

  /** With rates that begin anew at midnight, a stay is the sum of its days. */
  @Test
  void aStayOverMidnightIsTheSumOfItsDaysWhereEachDayBeginsAnew() {
    for (String zone : List.of("Asia/Ho_Chi_Minh", "Europe/Berlin", "America/Sao_Paulo")) {
      Tariff tariff = Plans.daily(zone);
      LocalDate day = LocalDate.of(2017, 10, 12); // clocks go forward at midnight on the 15th there
      for (int hours = 1; hours < 200; hours += 5) {
        Instant entry = day.atTime(17, 20).atZone(tariff.plan().zone()).toInstant();
        Instant exit = entry.plusSeconds(hours * 3_600L);
        long parts = 0;
        Instant from = entry;
        while (from.isBefore(exit)) {
          LocalDate next = from.atZone(tariff.plan().zone()).toLocalDate().plusDays(1);
          Instant midnight = next.atStartOfDay(tariff.plan().zone()).toInstant();
          Instant to = midnight.isBefore(exit) ? midnight : exit;
          parts += tariff.amount(Stay.of(Moment.sure(from), Moment.sure(to), "car")).totalMinor();
          from = to;
        }
        Stay whole = Stay.of(Moment.sure(entry), Moment.sure(exit), "car");
        assertThat(tariff.amount(whole).totalMinor()).as(zone + " " + hours).isEqualTo(parts);
      }
    }
  }

  private static long minor(Tariff tariff, Moment entry, int minutes) {
    Moment exit = Moment.sure(entry.at().plusSeconds(60L * minutes));
    return tariff.amount(Stay.of(entry, exit, "car")).totalMinor();
  }
}
