// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.fare;

import java.math.BigInteger;

/**
 * How a sum that was worked out becomes one that can be charged; once, at the end.
 *
 * @param step the sum is a multiple of this, in the smallest unit
 * @param direction which multiple
 */
public record Rounding(long step, Direction direction) {

  /** Which of the two multiples around a sum. */
  public enum Direction {
    /** The nearer one; from the middle up. */
    HALF_UP,
    /** In favour of who pays. */
    DOWN,
    UP
  }

  public Rounding {
    if (step < 1) {
      throw new IllegalArgumentException("a sum cannot be rounded to multiples of " + step);
    }
  }

  /**
   * The multiple for a sum given as a fraction.
   *
   * @param numerator not negative
   * @param denominator positive
   */
  long round(BigInteger numerator, BigInteger denominator) {
    BigInteger unit = denominator.multiply(BigInteger.valueOf(step));
    BigInteger steps =
        switch (direction) {
          case DOWN -> numerator.divide(unit);
          case UP -> numerator.add(unit).subtract(BigInteger.ONE).divide(unit);
          case HALF_UP -> numerator.shiftLeft(1).add(unit).divide(unit.shiftLeft(1));
        };
    return steps.multiply(BigInteger.valueOf(step)).longValueExact();
  }
}
