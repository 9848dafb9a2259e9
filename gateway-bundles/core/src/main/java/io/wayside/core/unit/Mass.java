// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.unit;

/** Mass in kilograms; finite. */
public record Mass(double kilograms) implements Comparable<Mass> {

  public static final Mass ZERO = new Mass(0);

  public Mass {
    if (!Double.isFinite(kilograms)) {
      throw new IllegalArgumentException("not a number of kilograms: " + kilograms);
    }
    kilograms += 0.0; // minus zero and zero are one value
  }

  public Mass plus(Mass other) {
    return new Mass(kilograms + other.kilograms);
  }

  public Mass minus(Mass other) {
    return new Mass(kilograms - other.kilograms);
  }

  public Mass times(double factor) {
    return new Mass(kilograms * factor);
  }

  @Override
  public int compareTo(Mass other) {
    return Double.compare(kilograms, other.kilograms);
  }

  @Override
  public String toString() {
    return kilograms + " kg";
  }
}
