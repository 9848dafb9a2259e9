// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes, passes, lost tickets and what is out of the ordinary, with the plan that ships. */
class ExtrasTest {

  private final Tariff tariff = Plans.shipped();

  private static Stay stay(String entry, String exit, List<HeldPass> passes, String... codes) {
    return new Stay(
        Optional.of(Plans.at(entry + "+07:00")),
        Plans.at(exit + "+07:00"),
        "car",
        false,
        passes,
        List.of(codes),
        List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "'', 95000", // 35 + 3 times 20
    "SHOP60, 75000",
    "HALF, 47000", // 47 500 rounded down to whole thousands
    "MINUS20, 75000",
    "HALF SHOP60, 37000", // minutes first: half of 75 000, rounded down
    "SHOP60 HALF, 37000",
    "HALF MINUS20, 27000",
    "HALF HALF, 47000", // a code holds once
    "SHOP60 HALF MINUS20, 37000", // two at most
    "NONSENSE, 95000"
  })
  void codesTakeOffWhatTheySay(String codes, long minor) {
    Stay stay =
        stay(
            "2026-03-02T08:00",
            "2026-03-02T13:00",
            List.of(),
            codes.isEmpty() ? new String[0] : codes.split(" ", -1));
    assertThat(tariff.amount(stay).totalMinor()).isEqualTo(minor);
  }

  @Test
  void aCodeThatDoesNotHoldIsNamed() {
    Amount amount =
        tariff.amount(
            stay("2027-01-04T08:00", "2027-01-04T13:00", List.of(), "MINUS20", "HALF", "WHAT"));
    assertThat(amount.items())
        .filteredOn(item -> item.code().equals("discount-refused"))
        .extracting(item -> item.figures().values().get("code").toString())
        .containsExactly("Text[value=MINUS20]", "Text[value=WHAT]");
  }

  @Test
  void aPassCoversItsHoursAndTheRestIsCounted() {
    LocalDate day = LocalDate.of(2026, 3, 2);
    List<HeldPass> office = List.of(new HeldPass("office", day, day.plusMonths(1)));
    assertThat(minor("2026-03-02T08:00", "2026-03-02T18:00", office)).isZero();
    assertThat(minor("2026-03-02T08:00", "2026-03-02T19:10", office)).isZero(); // grace
    assertThat(minor("2026-03-02T08:00", "2026-03-02T19:11", office)).isEqualTo(35_000);
    assertThat(minor("2026-03-02T06:00", "2026-03-02T20:01", office)).isEqualTo(55_000);
    assertThat(minor("2026-03-07T08:00", "2026-03-07T10:01", office)).isEqualTo(75_000);
  }

  @Test
  void aPassEndsWithTheMidnightOfItsLastDay() {
    LocalDate day = LocalDate.of(2026, 3, 2);
    List<HeldPass> last = List.of(new HeldPass("resident", day.minusDays(30), day));
    assertThat(minor("2026-03-02T08:00", "2026-03-03T00:10", last)).isZero();
    assertThat(minor("2026-03-02T08:00", "2026-03-03T00:11", last)).isEqualTo(30_000);
  }

  private long minor(String entry, String exit, List<HeldPass> passes) {
    return tariff.amount(stay(entry, exit, passes)).totalMinor();
  }

  @Test
  void aLostTicketIsAddedAndAnUnknownEntryHasItsPrice() {
    Stay known =
        Stay.of(Plans.at("2026-03-02T08:00+07:00"), Plans.at("2026-03-02T09:00+07:00"), "car");
    Stay lost = new Stay(known.entry(), known.exit(), "car", true, List.of(), List.of(), List.of());
    assertThat(tariff.amount(lost).totalMinor()).isEqualTo(235_000);
    Stay unknown =
        new Stay(Optional.empty(), known.exit(), "car", true, List.of(), List.of(), List.of());
    Amount amount = tariff.amount(unknown);
    assertThat(amount.totalMinor()).isEqualTo(600_000);
    assertThat(amount.flags().has(TariffFlags.UNKNOWN_ENTRY)).isTrue();
    assertThat(amount.flags().has(TariffFlags.LOST_TICKET)).isTrue();
  }

  @Test
  void whatIsOutOfTheOrdinaryIsFlagged() {
    Moment entry = Plans.at("2026-03-02T08:00+07:00");
    Amount back = tariff.amount(Stay.of(entry, Plans.at("2026-03-02T07:00+07:00"), "car"));
    assertThat(back.totalMinor()).isZero();
    assertThat(back.flags().has(TariffFlags.EXIT_BEFORE_ENTRY)).isTrue();
    Amount longest = tariff.amount(Stay.of(entry, Plans.at("2026-06-02T07:00+07:00"), "car"));
    assertThat(longest.totalMinor()).isEqualTo(60 * 250_000);
    assertThat(longest.flags().has(TariffFlags.LONGEST_STAY)).isTrue();
    Amount before =
        tariff.amount(
            Stay.of(Plans.at("2025-12-31T08:00+07:00"), Plans.at("2025-12-31T09:00+07:00"), "car"));
    assertThat(before.flags().has(TariffFlags.PLAN_NOT_IN_FORCE)).isTrue();
    assertThat(before.flags().has(TariffFlags.CALENDAR_NOT_COVERED)).isTrue();
  }

  @Test
  void aClassThePlanDoesNotKnowIsRefusedByName() {
    Moment entry = Plans.at("2026-03-02T08:00+07:00");
    assertThatThrownBy(() -> tariff.amount(Stay.of(entry, entry, "bus")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bus")
        .hasMessageContaining("car, motorbike");
  }

  @Test
  void aCalendarOfAnotherNameIsRefused() {
    assertThatThrownBy(() -> new Tariff(tariff.plan(), DayCalendar.none()))
        .hasMessageContaining("calendar \"vn\"");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 500, DOWN, 0", "1499, 500, DOWN, 1000", "1499, 500, NEAREST, 1500",
    "1250, 500, NEAREST, 1500", "1249, 500, NEAREST, 1000", "1001, 500, UP, 1500",
    "1000, 500, UP, 1000", "7, 1, UP, 7"
  })
  void roundingIsToTheMultiple(long minor, long to, Rounding.How how, long rounded) {
    assertThat(new Rounding(to, how).apply(minor)).isEqualTo(rounded);
  }
}
