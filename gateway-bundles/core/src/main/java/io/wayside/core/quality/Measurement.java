// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.quality;

import io.wayside.core.data.Value;

/**
 * A measured value with its doubt.
 *
 * @param value in {@code unit}
 * @param unit UCUM code of the unit, such as {@code kg}, {@code m/s}, {@code Cel}
 * @param expandedUncertainty half width of the interval that holds the true value with about 95 %
 *     confidence (coverage factor k = 2), in {@code unit}
 * @param flags everything that throws doubt on the value
 */
public record Measurement(double value, String unit, double expandedUncertainty, Flags flags) {

  public Measurement {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a measurement needs a finite value, not " + value);
    }
    if (!(expandedUncertainty >= 0) || Double.isInfinite(expandedUncertainty)) {
      throw new IllegalArgumentException(
          "uncertainty must be zero or more, and finite: " + expandedUncertainty);
    }
  }

  /** As record content. */
  public Value.Fields toValue() {
    return Value.Fields.with("value", value)
        .and("unit", unit)
        .and("uncertainty", expandedUncertainty)
        .and("flags", flags.toValue())
        .build();
  }
}
