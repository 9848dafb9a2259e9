// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import java.math.BigDecimal;
import java.util.Optional;

/** A unit of mass a display may show, exactly in kilograms. */
public enum MassUnit {
  GRAM("0.001"),
  KILOGRAM("1"),
  TONNE("1000"),
  /** The international avoirdupois pound, exact since 1959. */
  POUND("0.45359237");

  private final BigDecimal kilograms;

  MassUnit(String kilograms) {
    this.kilograms = new BigDecimal(kilograms);
  }

  /** The double nearest to the exact product. */
  double kilograms(long digits, int decimals) {
    return BigDecimal.valueOf(digits, decimals).multiply(kilograms).doubleValue();
  }

  /** What this many of the unit weigh. */
  public double kilograms(double count) {
    return new BigDecimal(Double.toString(count)).multiply(kilograms).doubleValue();
  }

  /** The unit of a text as indicators write it; a ton or an ounce is none we know. */
  public static Optional<MassUnit> named(String text) {
    return switch (text.strip()) {
      case "kg", "KG", "Kg" -> Optional.of(KILOGRAM);
      case "t", "T" -> Optional.of(TONNE);
      case "lb", "LB", "lbs" -> Optional.of(POUND);
      case "g" -> Optional.of(GRAM);
      default -> Optional.empty();
    };
  }
}
