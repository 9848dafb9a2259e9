// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A double in the fewest decimal digits that read back as the same double, and of those the
 * nearest. {@link Double#toString(double)} does that only since Java 19; before, it sometimes has a
 * digit too many (JDK-4511638), and the same record would read differently on two Javas.
 */
final class RealText {

  /** Any two decimals of at most this many digits are different normal doubles. */
  private static final int ALWAYS_DISTINCT_DIGITS = 15;

  /** Decimal exponents from here up to the other bound are written without an exponent. */
  private static final int LEAST_PLAIN_EXPONENT = -7;

  private static final int EXPONENT_TOO_LARGE_FOR_PLAIN = 21;

  private RealText() {}

  /** Text with a fraction or an exponent, so that nobody takes it for a whole number. */
  static String of(double value) {
    if (value == 0) {
      return "0.0";
    }
    BigDecimal shortest = shortest(value);
    int exponent = shortest.precision() - shortest.scale() - 1;
    if (exponent >= LEAST_PLAIN_EXPONENT && exponent < EXPONENT_TOO_LARGE_FOR_PLAIN) {
      return shortest.scale() > 0 ? shortest.toPlainString() : shortest.toPlainString() + ".0";
    }
    String digits = shortest.unscaledValue().abs().toString();
    return (value < 0 ? "-" : "")
        + digits.charAt(0)
        + (digits.length() > 1 ? "." + digits.substring(1) : "")
        + "e"
        + exponent;
  }

  private static BigDecimal shortest(double value) {
    BigDecimal javas = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    if (javas.precision() <= ALWAYS_DISTINCT_DIGITS && Math.abs(value) >= Double.MIN_NORMAL) {
      return javas;
    }
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < javas.precision(); digits++) {
      BigDecimal down = exact.round(new MathContext(digits, RoundingMode.DOWN));
      BigDecimal up = exact.round(new MathContext(digits, RoundingMode.UP));
      boolean downReads = down.doubleValue() == value;
      boolean upReads = up.doubleValue() == value;
      if (downReads || upReads) {
        return nearer(exact, downReads ? down : up, upReads ? up : down).stripTrailingZeros();
      }
    }
    return nearestOfFull(exact, javas);
  }

  /** As many digits as Java needed, but the nearest such decimal. */
  private static BigDecimal nearestOfFull(BigDecimal exact, BigDecimal javas) {
    BigDecimal nearest = exact.round(new MathContext(javas.precision(), RoundingMode.HALF_EVEN));
    BigDecimal chosen = nearest.doubleValue() == exact.doubleValue() ? nearest : javas;
    return chosen.stripTrailingZeros();
  }

  private static BigDecimal nearer(BigDecimal exact, BigDecimal one, BigDecimal other) {
    boolean oneIsNearer = exact.subtract(one).abs().compareTo(exact.subtract(other).abs()) <= 0;
    return oneIsNearer ? one : other;
  }
}
