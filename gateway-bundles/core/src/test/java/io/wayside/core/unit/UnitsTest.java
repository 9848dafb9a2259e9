// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnitsTest {

  static Stream<DoubleFunction<Object>> units() {
    return Stream.of(Mass::new, Length::new, Speed::new);
  }

  @ParameterizedTest
  @MethodSource("units")
  void areFinite(DoubleFunction<Object> unit) {
    for (double value : new double[] {Double.NaN, 1 / 0.0, -1 / 0.0}) {
      assertThatThrownBy(() -> unit.apply(value))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(Double.toString(value));
    }
  }

  @ParameterizedTest
  @MethodSource("units")
  void haveOneZero(DoubleFunction<Object> unit) {
    assertThat(unit.apply(-0.0)).isEqualTo(unit.apply(0.0)).hasToString(unit.apply(0).toString());
  }

  @Test
  void sayTheirUnit() {
    assertThat(new Mass(12.5)).hasToString("12.5 kg");
    assertThat(new Length(3)).hasToString("3.0 m");
    assertThat(new Speed(1.5)).hasToString("1.5 m/s");
  }

  @Test
  void addSubtractAndScale() {
    assertThat(new Mass(3).plus(new Mass(4)).minus(new Mass(2)).times(2)).isEqualTo(new Mass(10));
    assertThat(new Length(3).plus(new Length(4)).minus(new Length(2)).times(2))
        .isEqualTo(new Length(10));
    assertThat(new Speed(3).plus(new Speed(4)).minus(new Speed(2)).times(2))
        .isEqualTo(new Speed(10));
  }

  @Test
  void refuseToOverflowSilently() {
    assertThatThrownBy(() -> new Mass(Double.MAX_VALUE).times(2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void compareBySize() {
    assertThat(new Mass(-1)).isLessThan(Mass.ZERO);
    assertThat(new Length(2)).isGreaterThan(Length.ZERO);
    assertThat(new Speed(2)).isEqualByComparingTo(new Speed(2));
  }
}
