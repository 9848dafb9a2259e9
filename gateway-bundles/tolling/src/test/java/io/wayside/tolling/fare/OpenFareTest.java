// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.fare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenFareTest {

  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");

  private final FareTable table = FareDocuments.table("fares-open-example");

  private static Fare fare(Priced priced) {
    return ((Priced.Sum) priced).fare();
  }

  @Test
  void theRegisteredGroupIsChargedWithItsReasons() {
    Fare fare = fare(table.price(Journey.past("0017", "north", 3, NOON)));
    assertThat(fare)
        .isEqualTo(
            new Fare(
                81_000,
                "VND",
                "fares-open-example",
                java.util.List.of("group:3", "row:example.0017.2026", "amount:81000")));
  }

  @Test
  void aRowForTheDirectionGoesBeforeTheOneForBoth() {
    assertThat(fare(table.price(Journey.past("0017", "bridge", 1, NOON))).minor())
        .isEqualTo(20_000);
  }

  @Test
  void feesChangeAtLocalMidnight() {
    Instant before = Instant.parse("2026-06-30T14:59:59Z");
    Instant after = Instant.parse("2026-06-30T17:00:00Z");
    assertThat(fare(table.price(Journey.past("0017", "north", 1, before))).minor())
        .isEqualTo(35_000);
    assertThat(fare(table.price(Journey.past("0017", "north", 1, after))).because())
        .contains("row:example.0017.2026");
  }

  @Test
  void theNightIsCheaperAndRoundedInFavourOfWhoPays() {
    Instant night = Instant.parse("2026-11-21T15:00:00Z");
    Fare fare = fare(table.price(Journey.past("0017", "north", 1, night)));
    assertThat(fare.minor()).isEqualTo(28_000);
    assertThat(fare.because()).contains("time-of-day:night:75%", "rounded:28500>28000");
    Instant fiveInTheMorning = Instant.parse("2026-11-21T22:00:00Z");
    assertThat(fare(table.price(Journey.past("0017", "north", 1, fiveInTheMorning))).minor())
        .isEqualTo(38_000);
  }

  @Test
  void withoutAGroupTheRuleSaysWhich() {
    Journey unknown = new Journey("0017", "north", Optional.empty(), NOON, Optional.empty());
    assertThat(fare(table.price(unknown)).because()).startsWith("group-none", "group-by-rule:1");
    Journey strange = new Journey("0017", "north", Optional.of(9), NOON, Optional.empty());
    assertThat(fare(table.price(strange)).because()).startsWith("group-not-in-tariff:9");
  }

  @Test
  void nobodyPaysMoreThanTheHighestSumOfAnyRow() {
    assertThat(table.most()).isEqualTo(195_000);
  }

  @Test
  void aStationOrADayWithoutARowIsForAPerson() {
    assertThat(table.price(Journey.past("0099", "north", 1, NOON)))
        .isInstanceOfSatisfying(
            Priced.ForReview.class,
            review -> assertThat(review.because()).endsWith("review:no-row-at:0099"));
    assertThat(table.price(Journey.past("0017", "x", 1, Instant.parse("2024-01-01T00:00:00Z"))))
        .isInstanceOf(Priced.ForReview.class);
  }
}
