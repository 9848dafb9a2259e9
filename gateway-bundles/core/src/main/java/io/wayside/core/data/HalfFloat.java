// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.data;

import java.util.OptionalInt;

/** IEEE 754 binary16, the half-precision float of CBOR; Java 17 has no type for it. */
final class HalfFloat {

  private static final int SIGN = 0x8000;
  private static final int FRACTION_BITS = 10;
  private static final int SMALLEST_NORMAL_EXPONENT = -14;
  private static final int LARGEST_EXPONENT = 15;

  private HalfFloat() {}

  /** The value of 16 bits; infinities and NaN included. */
  static double value(int bits) {
    int exponent = (bits >>> FRACTION_BITS) & 0x1f;
    int fraction = bits & 0x3ff;
    double size =
        switch (exponent) {
          case 0 -> Math.scalb((double) fraction, SMALLEST_NORMAL_EXPONENT - FRACTION_BITS);
          case 0x1f -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
          default ->
              Math.scalb((double) (fraction | (1 << FRACTION_BITS)), exponent - 15 - FRACTION_BITS);
        };
    return (bits & SIGN) == 0 ? size : -size;
  }

  /** The bits of a finite float that binary16 holds exactly; empty for every other one. */
  static OptionalInt bitsOf(float value) {
    int single = Float.floatToIntBits(value);
    int sign = (single >>> 16) & SIGN;
    if (value == 0) {
      return OptionalInt.of(sign);
    }
    int exponent = Math.getExponent(value);
    if (exponent > LARGEST_EXPONENT || exponent < SMALLEST_NORMAL_EXPONENT - FRACTION_BITS) {
      return OptionalInt.empty();
    }
    int significand = (single & 0x7fffff) | 0x800000;
    int dropped = 23 - FRACTION_BITS + Math.max(0, SMALLEST_NORMAL_EXPONENT - exponent);
    if ((significand & ((1 << dropped) - 1)) != 0) {
      return OptionalInt.empty();
    }
    int kept = significand >>> dropped;
    return OptionalInt.of(
        exponent < SMALLEST_NORMAL_EXPONENT
            ? sign | kept
            : sign | ((exponent + 15) << FRACTION_BITS) | (kept & 0x3ff));
  }
}
