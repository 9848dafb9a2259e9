// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.fare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RoundingTest {

  private static final Map<Rounding.Direction, RoundingMode> MODES =
      Map.of(
          Rounding.Direction.HALF_UP, RoundingMode.HALF_UP,
          Rounding.Direction.DOWN, RoundingMode.FLOOR,
          Rounding.Direction.UP, RoundingMode.CEILING);

  private static final java.util.List<Rounding.Direction> DIRECTIONS =
      java.util.List.of(Rounding.Direction.HALF_UP, Rounding.Direction.DOWN, Rounding.Direction.UP);

  @Test
  void roundsAsDecimalsDo() {
    Random random = new Random(2);
    for (int i = 0; i < 100_000; i++) {
      long step = 1 + random.nextInt(5) * 250L;
      BigInteger numerator = BigInteger.valueOf(random.nextInt(5_000_000));
      BigInteger denominator = BigInteger.valueOf(random.nextBoolean() ? 100_000 : 8);
      Rounding.Direction direction = DIRECTIONS.get(random.nextInt(3));
      BigDecimal steps =
          new BigDecimal(numerator)
              .divide(new BigDecimal(denominator)) // a finite decimal: 2s and 5s only
              .divide(BigDecimal.valueOf(step), 40, RoundingMode.HALF_EVEN);
      if (steps.precision() > 35) {
        continue; // thirds: the oracle itself would round
      }
      assertThat(new Rounding(step, direction).round(numerator, denominator))
          .isEqualTo(steps.setScale(0, MODES.get(direction)).longValueExact() * step);
    }
  }

  @Test
  void theMiddleGoesUpAndJustBelowDoesNot() {
    Rounding toThousand = new Rounding(1000, Rounding.Direction.HALF_UP);
    assertThat(toThousand.round(BigInteger.valueOf(2_500), BigInteger.ONE)).isEqualTo(3000);
    assertThat(toThousand.round(BigInteger.valueOf(24_999), BigInteger.TEN)).isEqualTo(2000);
    Rounding toOne = new Rounding(1, Rounding.Direction.HALF_UP);
    assertThat(toOne.round(BigInteger.valueOf(1), BigInteger.valueOf(3))).isZero();
    assertThat(toOne.round(BigInteger.valueOf(2), BigInteger.valueOf(3))).isOne();
  }

  @Test
  void aStepOfNothingIsRefused() {
    assertThatThrownBy(() -> new Rounding(0, Rounding.Direction.UP))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
