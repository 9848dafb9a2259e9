// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts worked out by hand from the example that ships. 2026-03-02 is a Monday. */
class TariffGoldenTest {

  private static Stay stay(String vehicleClass, String entry, String exit) {
    return Stay.of(Plans.at(entry + "+07:00"), Plans.at(exit + "+07:00"), vehicleClass);
  }

  @ParameterizedTest(name = "{0} from {1} to {2}: {3}, {4}")
  @CsvSource(
      delimiter = '|',
      value = {
        "car | 2026-03-02T08:00 | 2026-03-02T08:10 | 0      | ten minutes are free",
        "car | 2026-03-02T08:00 | 2026-03-02T08:11 | 35000  | the first step is paid when begun",
        "car | 2026-03-02T08:00 | 2026-03-02T10:00 | 35000  | two hours to the second",
        "car | 2026-03-02T08:00 | 2026-03-02T10:01 | 55000  | a third hour begun",
        "car | 2026-03-02T08:00 | 2026-03-02T20:00 | 235000 | 35 + 10 times 20",
        "car | 2026-03-02T08:00 | 2026-03-02T21:30 | 250000 | the cap of 24 hours",
        "car | 2026-03-02T08:00 | 2026-03-03T08:00 | 250000 | the same cap, night and all",
        "car | 2026-03-02T21:00 | 2026-03-02T22:30 | 65000  | day 35, night 30",
        "car | 2026-03-02T22:00 | 2026-03-03T06:00 | 70000  | night 30 + 50, at most 70",
        "car | 2026-03-02T22:00 | 2026-03-03T06:01 | 105000 | and the day begins",
        "car | 2026-03-07T08:00 | 2026-03-07T10:01 | 75000  | a Saturday",
        "car | 2026-09-02T08:00 | 2026-09-02T10:01 | 75000  | National Day",
        "car | 2026-03-08T23:00 | 2026-03-09T06:30 | 105000 | Sunday's night, Monday's day",
        "motorbike | 2026-03-02T07:00 | 2026-03-02T17:00 | 5000  | once by day",
        "motorbike | 2026-03-02T07:00 | 2026-03-02T18:01 | 15000 | and once by night",
        "motorbike | 2026-03-02T17:00 | 2026-03-04T17:00 | 35000 | three days, two nights"
      })
  void anAmountIsThatOfTheHand(
      String vehicleClass, String entry, String exit, long minor, String why) {
    Amount amount = Plans.shipped().amount(stay(vehicleClass, entry, exit));
    assertThat(amount.totalMinor()).as(why).isEqualTo(minor);
    assertThat(amount.flags().isEmpty()).isTrue();
  }
}
