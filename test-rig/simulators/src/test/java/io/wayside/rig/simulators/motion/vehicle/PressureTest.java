// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PressureTest {
  private static final double LENGTH_M = 0.24;

  @ParameterizedTest
  @EnumSource
  void theWholeLoadIsWithinTheContact(Pressure pressure) {
    assertThat(pressure.before(-0.12, LENGTH_M)).isZero();
    assertThat(pressure.before(0.12, LENGTH_M)).isEqualTo(1);
    assertThat(pressure.before(0, LENGTH_M)).isEqualTo(0.5);
    assertThat(pressure.before(-5, LENGTH_M)).isZero();
    assertThat(pressure.before(5, LENGTH_M)).isEqualTo(1);
    assertThat(pressure.before(0.12 - 1e-12, LENGTH_M)).isCloseTo(1, within(1e-9));
  }

  @ParameterizedTest
  @EnumSource
  void itIsSymmetricAndNowherePulls(Pressure pressure) {
    double last = 0;
    for (double x = -0.13; x < 0.13; x += 0.001) {
      double before = pressure.before(x, LENGTH_M);
      assertThat(before).isGreaterThanOrEqualTo(last);
      assertThat(before + pressure.before(-x, LENGTH_M)).isCloseTo(1, within(1e-12));
      last = before;
    }
  }

  @ParameterizedTest
  @EnumSource
  void theIntegralIsTheIntegral(Pressure pressure) {
    double step = 1e-5;
    double sum = 0;
    for (double x = -0.15; x < 0.2; x += step) {
      sum += step * pressure.before(x + step / 2, LENGTH_M);
      assertThat(pressure.beforeIntegral(x + step, LENGTH_M)).isCloseTo(sum, within(1e-6));
    }
  }

  @ParameterizedTest
  @EnumSource
  void peaksAreThoseOfTheirShapes(Pressure pressure) {
    double peak = (pressure.before(1e-6, 1) - pressure.before(-1e-6, 1)) / 2e-6;
    // 1 - u^k has the mean k / (k + 1)
    double expected = pressure == Pressure.PARABOLIC ? 1.5 : 7.0 / 6;
    assertThat(peak).isCloseTo(expected, within(1e-6));
  }
}
