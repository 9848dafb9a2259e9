// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reals as text: exact, short, and never to be taken for whole numbers. */
class RealTextTest {

  private static final int REALS = 40_000;

  @ParameterizedTest
  @CsvSource({
    "0, 0.0",
    "-0.0, 0.0",
    "12, 12.0",
    "-12.5, -12.5",
    "0.1, 0.1",
    "2e-3, 0.002", // Java 17 itself writes 0.0020
    "1e-7, 0.0000001",
    "1e-8, 1e-8",
    "-1.25e-9, -1.25e-9",
    "100000000000000000000, 100000000000000000000.0",
    "1e21, 1e21",
    "2e23, 2e23",
    "2.2250738585072014e-308, 2.2250738585072014e-308",
    "4.9e-324, 5e-324",
    "1.7976931348623157e308, 1.7976931348623157e308",
    "9007199254740993, 9007199254740992.0",
  })
  void readsAs(double value, String text) {
    assertThat(RealText.of(value)).isEqualTo(text);
  }

  @Test
  void readsBackExactlyAndNoShorterTextDoes() {
    RandomTrees random = new RandomTrees(4511638);
    for (int i = 0; i < REALS; i++) {
      double value = random.real();
      String text = RealText.of(value);

      assertThat(Double.parseDouble(text)).isEqualTo(value + 0.0);
      assertThat(text).containsAnyOf(".", "e");
      assertNoShorter(value, new BigDecimal(text).stripTrailingZeros().precision());
    }
  }

  /** Looks at every decimal with one digit less next to the value, on both sides. */
  private static void assertNoShorter(double value, int digits) {
    if (digits == 1) {
      return;
    }
    BigDecimal exact = new BigDecimal(value);
    int scale = exact.scale() - exact.precision() + digits - 1;
    BigDecimal below = exact.setScale(scale, RoundingMode.FLOOR);
    BigDecimal step = new BigDecimal(BigInteger.ONE, scale);
    for (BigDecimal near : new BigDecimal[] {below, below.add(step)}) {
      assertThat(near.doubleValue()).as("%s for %s", near, value).isNotEqualTo(value);
    }
  }
}
