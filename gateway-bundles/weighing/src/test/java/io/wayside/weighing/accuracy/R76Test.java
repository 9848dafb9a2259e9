// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits of class III by hand, e = 20 kg and e = 5 kg. */
class R76Test {

  @ParameterizedTest
  @CsvSource({
    "400, 20, 10",
    "10000, 20, 10",
    "10001, 20, 20",
    "40000, 20, 20",
    "40020, 20, 30",
    "2500, 5, 2.5",
    "2501, 5, 5",
    "10000, 5, 5",
    "15000, 5, 7.5"
  })
  void theLimitGrowsInStepsAndDoublesInService(double load, double interval, double limit) {
    assertThat(R76.atVerification(load, interval)).isEqualTo(limit);
    assertThat(R76.inService(load, interval)).isEqualTo(2 * limit);
  }
}
