// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais.bits;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Numbers of messages as values: each field has one number that says "none". */
public final class Told {

  private Told() {}

  public static OptionalInt whole(int raw, int none) {
    return raw == none ? OptionalInt.empty() : OptionalInt.of(raw);
  }

  /** Whole below the first number that says none or stands for nothing. */
  public static OptionalInt wholeBelow(int raw, int none) {
    return raw >= none ? OptionalInt.empty() : OptionalInt.of(raw);
  }

  public static OptionalDouble real(int raw, int none, double perUnit) {
    return raw == none ? OptionalDouble.empty() : OptionalDouble.of(raw / perUnit);
  }

  public static OptionalDouble realBelow(int raw, int none, double perUnit) {
    return raw >= none ? OptionalDouble.empty() : OptionalDouble.of(raw / perUnit);
  }
}
