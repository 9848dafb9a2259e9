// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.unit;

/** Length in metres; finite. */
public record Length(double metres) implements Comparable<Length> {

  public static final Length ZERO = new Length(0);

  public Length {
    if (!Double.isFinite(metres)) {
      throw new IllegalArgumentException("not a number of metres: " + metres);
    }
    metres += 0.0; // minus zero and zero are one value
  }

  public Length plus(Length other) {
    return new Length(metres + other.metres);
  }

  public Length minus(Length other) {
    return new Length(metres - other.metres);
  }

  public Length times(double factor) {
    return new Length(metres * factor);
  }

  @Override
  public int compareTo(Length other) {
    return Double.compare(metres, other.metres);
  }

  @Override
  public String toString() {
    return metres + " m";
  }
}
