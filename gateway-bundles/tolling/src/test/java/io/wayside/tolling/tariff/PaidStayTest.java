// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Paying before leaving: 20 000 for the first hour, 10 000 each half hour, 15 minutes to leave. */
class PaidStayTest {

  private final Tariff tariff = Plans.hourly("Asia/Ho_Chi_Minh");

  private Amount leavingAt(String exit, Payment... payments) {
    Stay stay =
        Stay.of(
            Plans.at("2026-03-02T08:00:00+07:00"),
            Plans.at("2026-03-02T" + exit + "+07:00"),
            "car");
    return tariff.amount(stay.paid(List.of(payments)));
  }

  private static Payment paid(String at, long minor) {
    return new Payment(Plans.instant("2026-03-02T" + at + "+07:00"), minor);
  }

  @Test
  void whoHasPaidMayLeaveForAWhile() {
    Amount inTime = leavingAt("09:13:00", paid("08:58:00", 20_000));
    assertThat(inTime.totalMinor()).isEqualTo(20_000);
    assertThat(inTime.openMinor()).isZero();
    assertThat(inTime.paidUntil()).contains(Plans.instant("2026-03-02T09:13:00+07:00"));
    assertThat(inTime.items()).extracting(Item::code).contains("grace-out");
  }

  @Test
  void whoStaysBeyondItPaysTheRestOfTheWholeStay() {
    Amount late = leavingAt("09:13:01", paid("08:58:00", 20_000));
    assertThat(late.totalMinor()).isEqualTo(30_000);
    assertThat(late.openMinor()).isEqualTo(10_000);
  }

  @Test
  void aSecondPaymentBeginsAnotherWhile() {
    Amount again = leavingAt("09:44:00", paid("08:58:00", 20_000), paid("09:29:30", 10_000));
    assertThat(again.openMinor()).isZero();
    assertThat(again.paidUntil()).contains(Plans.instant("2026-03-02T09:44:30+07:00"));
  }

  @Test
  void aPaymentThatDoesNotCoverTheStayGivesNoTimeToLeave() {
    Amount part = leavingAt("09:05:00", paid("08:58:00", 15_000));
    assertThat(part.paidUntil()).isEmpty();
    assertThat(part.openMinor()).isEqualTo(15_000);
  }

  @Test
  void aPaymentThatIsStillToComeSaysThatTheClockWasSetBack() {
    Amount before = leavingAt("08:40:00", paid("09:50:00", 50_000));
    assertThat(before.openMinor()).isZero();
    assertThat(before.flags().all()).contains(TariffFlags.TIME_SUSPECT);
    Amount after = leavingAt("09:51:00", paid("09:50:00", 50_000));
    assertThat(after.flags().all()).doesNotContain(TariffFlags.TIME_SUSPECT);
  }

  @Test
  void whatWasPaidTooMuchIsNotOwed() {
    Amount amount = leavingAt("08:30:00", paid("08:20:00", 50_000));
    assertThat(amount.paidMinor()).isEqualTo(50_000);
    assertThat(amount.openMinor()).isZero();
  }

  @Test
  void theOpenAmountNeverFallsAsTimePasses() {
    long before = 0;
    for (int minute = 61; minute < 600; minute++) {
      String exit = "%02d:%02d:00".formatted(8 + minute / 60, minute % 60);
      long open = leavingAt(exit, paid("08:58:00", 20_000)).openMinor();
      assertThat(open).isGreaterThanOrEqualTo(before);
      before = open;
    }
    assertThat(before).isGreaterThan(0);
  }
}
